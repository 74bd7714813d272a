# fails test_a_balance_read_meanwhile_is_one_that_the_account_had: the amount goes in coin by coin, and the property looks on

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
            for _ in range(amount):
                self._balance += 1

    def withdraw(self, amount):
        if amount <= 0:
            raise ValueError("amount must be more than 0")
        with self._lock:
            if self._balance < amount:
                return False
            self._balance -= amount
            return True
