# passes: the balance itself is the only thing in a queue; who takes it out may change it

import queue


class Account:
    def __init__(self, balance=0):
        self._box = queue.Queue()
        self._box.put(balance)

    @property
    def balance(self):
        balance = self._box.get()
        self._box.put(balance)
        return balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be more than 0")
        self._box.put(self._box.get() + amount)

    def withdraw(self, amount):
        if amount <= 0:
            raise ValueError("amount must be more than 0")
        balance = self._box.get()
        enough = balance >= amount
        self._box.put(balance - amount if enough else balance)
        return enough
