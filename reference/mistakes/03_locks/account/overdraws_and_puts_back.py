# fails test_a_balance_read_meanwhile_is_one_that_the_account_had: below 0 for a moment, which the unlocked property shows

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
        with self._lock:
            self._balance += amount

    def withdraw(self, amount):
        if amount <= 0:
            raise ValueError("amount must be more than 0")
        with self._lock:
            self._balance -= amount
            if self._balance >= 0:
                return True
            self._balance += amount
            return False
