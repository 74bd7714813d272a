# fails test_a_transfer_to_the_same_account_changes_nothing: writes two results of one old balance

import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.RLock()


def transfer(source, target, amount):
    first, second = sorted((source, target), key=id)
    with first.lock, second.lock:
        less, more = source.balance - amount, target.balance + amount
        if less < 0:
            return False
        source.balance = less
        target.balance = more
        return True
