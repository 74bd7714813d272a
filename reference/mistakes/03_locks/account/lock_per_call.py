# fails test_no_deposit_is_lost: each call makes a lock that nobody else ever waits for

import threading


class Account:
    def __init__(self, balance=0):
        self._balance = balance

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be more than 0")
        with threading.Lock():
            self._balance += amount

    def withdraw(self, amount):
        if amount <= 0:
            raise ValueError("amount must be more than 0")
        with threading.Lock():
            if self._balance < amount:
                return False
            self._balance -= amount
            return True
