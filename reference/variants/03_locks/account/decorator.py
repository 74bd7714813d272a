# passes: a decorator that checks the amount and holds the object's Condition

import functools
import threading


def booking(method):
    @functools.wraps(method)
    def booked(self, amount):
        if amount <= 0:
            raise ValueError(f"{method.__name__}({amount})")
        with self._guard:
            return method(self, amount)

    return booked


class Account:
    def __init__(self, balance=0):
        self._guard = threading.Condition()
        self._balance = balance

    @property
    def balance(self):
        with self._guard:
            return self._balance

    @booking
    def deposit(self, amount):
        self._balance += amount

    @booking
    def withdraw(self, amount):
        if self._balance < amount:
            return False
        self._balance -= amount
        return True
