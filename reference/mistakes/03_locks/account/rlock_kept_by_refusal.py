# fails test_no_lock_is_kept_after_an_error_or_a_refusal: the early return skips the release, which its own thread never notices

import threading


class Account:
    def __init__(self, balance=0):
        self._balance = balance
        self._lock = threading.RLock()

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
        self._lock.acquire()
        if self._balance < amount:
            return False
        self._balance -= amount
        self._lock.release()
        return True
