# fails test_a_withdrawal_takes_at_most_what_is_there: waits for a deposit instead of saying False

import threading


class Account:
    def __init__(self, balance=0):
        self._balance = balance
        self._changed = threading.Condition()

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be more than 0")
        with self._changed:
            self._balance += amount
            self._changed.notify_all()

    def withdraw(self, amount):
        if amount <= 0:
            raise ValueError("amount must be more than 0")
        with self._changed:
            while self._balance < amount:
                self._changed.wait()
            self._balance -= amount
            return True
