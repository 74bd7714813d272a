# fails test_the_last_money_goes_to_one_transfer_only: the money may be gone when the locks are there

import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source, target, amount):
    if source.balance < amount:
        return False
    if source is target:
        return True
    first, second = sorted((source, target), key=id)
    with first.lock, second.lock:
        source.balance -= amount
        target.balance += amount
        return True
