# fails test_an_amount_of_zero_or_less_is_a_value_error_and_changes_nothing: refuses silently

import threading


class Account:
    def __init__(self, balance=0):
        self._balance = balance
        self._lock = threading.Lock()

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount):
        with self._lock:
            if amount > 0:
                self._balance += amount

    def withdraw(self, amount):
        with self._lock:
            if amount <= 0 or self._balance < amount:
                return False
            self._balance -= amount
            return True
