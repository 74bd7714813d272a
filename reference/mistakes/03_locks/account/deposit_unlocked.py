# fails test_no_deposit_is_lost: only withdraw asks for the lock

import threading


class Account:
    def __init__(self, balance=0):
        self._balance = balance
        self._lock = threading.Lock()

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be more than 0")
        self._balance += amount

    def withdraw(self, amount):
        if amount <= 0:
            raise ValueError("amount must be more than 0")
        with self._lock:
            if self._balance < amount:
                return False
            self._balance -= amount
            return True
