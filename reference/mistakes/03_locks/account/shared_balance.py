# fails test_each_account_has_a_balance_of_its_own: the balance belongs to the class, so all accounts share it

import threading


class Account:
    _balance = 0
    _lock = threading.Lock()

    def __init__(self, balance=0):
        Account._balance = balance

    @property
    def balance(self):
        return Account._balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be more than 0")
        with self._lock:
            Account._balance += amount

    def withdraw(self, amount):
        if amount <= 0:
            raise ValueError("amount must be more than 0")
        with self._lock:
            if Account._balance < amount:
                return False
            Account._balance -= amount
            return True
