# passes: balance is a property under the reentrant lock, and the money moves in methods

import threading


class Account:
    def __init__(self, balance):
        self._balance = balance
        self.lock = threading.RLock()

    @property
    def balance(self):
        with self.lock:
            return self._balance

    def take(self, amount):
        with self.lock:
            if self._balance < amount:
                return False
            self._balance -= amount
            return True

    def give(self, amount):
        with self.lock:
            self._balance += amount
            return True


def transfer(source, target, amount):
    with min(source, target, key=id).lock, max(source, target, key=id).lock:
        return source.take(amount) and target.give(amount)
