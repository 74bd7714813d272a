# passes: a semaphore of one for all accounts, kept in the class

import threading


class Account:
    _permit = threading.BoundedSemaphore(1)

    def __init__(self, balance: int = 0) -> None:
        self.__balance = balance

    balance = property(lambda self: self.__balance)

    def deposit(self, amount: int) -> None:
        if amount <= 0:
            raise ValueError("amount must be positive")
        with Account._permit:
            self.__balance += amount

    def withdraw(self, amount: int) -> bool:
        if amount <= 0:
            raise ValueError("amount must be positive")
        with Account._permit:
            enough = amount <= self.__balance
            self.__balance -= amount if enough else 0
        return enough
