# passes: acquire, try and finally by hand; the amount is checked under the lock

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
        try:
            if amount <= 0:
                raise ValueError("amount must be more than 0")
            self._balance = self._balance + amount
        finally:
            self._lock.release()

    def withdraw(self, amount):
        self._lock.acquire()
        try:
            if amount <= 0:
                raise ValueError("amount must be more than 0")
            if self._balance >= amount:
                self._balance = self._balance - amount
                return True
            return False
        finally:
            self._lock.release()
