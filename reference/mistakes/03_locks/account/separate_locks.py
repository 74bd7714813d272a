# fails test_a_deposit_and_a_withdrawal_at_the_same_time_both_count: each method has a lock of its own

import threading


class Account:
    def __init__(self, balance=0):
        self._balance = balance
        self._deposit_lock = threading.Lock()
        self._withdraw_lock = threading.Lock()

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be more than 0")
        with self._deposit_lock:
            self._balance += amount

    def withdraw(self, amount):
        if amount <= 0:
            raise ValueError("amount must be more than 0")
        with self._withdraw_lock:
            if self._balance < amount:
                return False
            self._balance -= amount
            return True
