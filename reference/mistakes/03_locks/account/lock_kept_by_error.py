# fails test_no_lock_is_kept_after_an_error_or_a_refusal: raises between acquire and release

import threading


class Account:
    def __init__(self, balance=0):
        self._balance = balance
        self._lock = threading.Lock()

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount):
        self._lock.acquire()
        if amount <= 0:
            raise ValueError("amount must be more than 0")
        self._balance += amount
        self._lock.release()

    def withdraw(self, amount):
        self._lock.acquire()
        if amount <= 0:
            raise ValueError("amount must be more than 0")
        enough = self._balance >= amount
        if enough:
            self._balance -= amount
        self._lock.release()
        return enough
