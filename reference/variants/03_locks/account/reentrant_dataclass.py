# passes: a dataclass with a reentrant lock; the methods use the locked property and one helper

import threading
from dataclasses import dataclass, field


class Account:
    def __init__(self, balance=0):
        self._state = State(balance)

    @property
    def balance(self):
        with self._state.lock:
            return self._state.money

    def deposit(self, amount):
        with self._state.lock:
            self._change(amount, 1)

    def withdraw(self, amount):
        with self._state.lock:
            return self._change(amount, -1)

    def _change(self, amount, sign):
        if not amount > 0:
            raise ValueError(amount)
        with self._state.lock:
            after = self.balance + sign * amount
            if after < 0:
                return False
            self._state.money = after
            return True


@dataclass
class State:
    money: int
    lock: threading.RLock = field(default_factory=threading.RLock)
