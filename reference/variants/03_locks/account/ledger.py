# passes: a list of amounts; a deposit is one append, only the question and a withdrawal need the lock

import threading


class Account:
    def __init__(self, balance=0):
        self._entries = [balance]
        self._withdrawing = threading.Lock()

    @property
    def balance(self):
        return sum(self._entries)

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be more than 0")
        self._entries.append(amount)

    def withdraw(self, amount):
        if amount <= 0:
            raise ValueError("amount must be more than 0")
        with self._withdrawing:
            if sum(self._entries) < amount:
                return False
            self._entries.append(-amount)
            return True
