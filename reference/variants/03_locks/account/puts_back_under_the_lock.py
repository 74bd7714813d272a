# passes: subtracts first and puts back if it was too much; the property waits for the lock, so nobody sees it

import threading


class Overdrawn(Exception):
    pass


class Account:
    def __init__(self, balance=0):
        self._balance = balance
        self._lock = threading.RLock()

    @property
    def balance(self):
        with self._lock:
            return self._balance

    def deposit(self, amount):
        check(amount)
        with self._lock:
            self._balance += amount

    def withdraw(self, amount):
        check(amount)
        try:
            with self._lock:
                self._balance -= amount
                if self._balance < 0:
                    self.deposit(amount)
                    raise Overdrawn
        except Overdrawn:
            return False
        return True


def check(amount):
    if amount < 1:
        raise ValueError("at least 1")
