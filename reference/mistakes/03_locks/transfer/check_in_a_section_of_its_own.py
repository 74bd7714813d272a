# fails test_the_last_money_goes_to_one_transfer_only: the locks are given back between check and move

import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()


def enough(account, amount):
    with account.lock:
        return account.balance >= amount


def transfer(source, target, amount):
    if not enough(source, amount):
        return False
    if source is target:
        return True
    first, second = sorted((source, target), key=id)
    with first.lock, second.lock:
        source.balance -= amount
        target.balance += amount
        return True
