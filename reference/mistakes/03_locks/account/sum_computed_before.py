# fails test_no_deposit_is_lost: the new balance is worked out before the lock is taken

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
        after = self._balance + amount
        with self._lock:
            self._balance = after

    def withdraw(self, amount):
        if amount <= 0:
            raise ValueError("amount must be more than 0")
        with self._lock:
            if self._balance < amount:
                return False
            self._balance -= amount
            return True
