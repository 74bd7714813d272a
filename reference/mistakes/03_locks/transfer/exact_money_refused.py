# fails test_money_moves_where_there_is_enough: an account cannot be emptied

import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source, target, amount):
    if source is target:
        with source.lock:
            return source.balance >= amount
    first, second = sorted((source, target), key=id)
    with first.lock, second.lock:
        if source.balance <= amount:
            return False
        source.balance -= amount
        target.balance += amount
        return True
