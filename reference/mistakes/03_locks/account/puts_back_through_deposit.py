# fails test_a_refused_withdrawal_disturbs_no_other: takes too much in one step and puts it back in the next

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
            left = self._balance
        if left < 0:
            self.deposit(amount)
            return False
        return True
