"""A method that holds the lock calls another one that takes it too."""

import threading


class Account:
    def __init__(self):
        self.lock = threading.RLock()
        self.balance = 0

    def deposit(self, amount):
        with self.lock:
            self.balance += amount

    def deposit_twice(self):
        with self.lock:
            self.deposit(10)
            self.deposit(10)


account = Account()
THREADS = account.deposit_twice, account.deposit_twice


def check():
    assert account.balance == 40
