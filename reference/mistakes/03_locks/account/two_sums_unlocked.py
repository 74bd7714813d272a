# fails test_a_balance_read_meanwhile_is_one_that_the_account_had: paid in and paid out are read at two different moments

import threading


class Account:
    def __init__(self, balance=0):
        self._paid_in = balance
        self._paid_out = 0
        self._lock = threading.Lock()

    @property
    def balance(self):
        return self._paid_in - self._paid_out

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be more than 0")
        with self._lock:
            self._paid_in += amount

    def withdraw(self, amount):
        if amount <= 0:
            raise ValueError("amount must be more than 0")
        with self._lock:
            if self.balance < amount:
                return False
            self._paid_out += amount
            return True
