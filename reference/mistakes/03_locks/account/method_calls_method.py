# fails test_a_withdrawal_takes_at_most_what_is_there: holds the Lock and asks a property that wants it too

import threading


class Account:
    def __init__(self, balance=0):
        self._balance = balance
        self._lock = threading.Lock()

    @property
    def balance(self):
        with self._lock:
            return self._balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be more than 0")
        with self._lock:
            self._balance += amount

    def withdraw(self, amount):
        if amount <= 0:
            raise ValueError("amount must be more than 0")
        with self._lock:
            if self.balance < amount:
                return False
            self._balance -= amount
            return True
