# fails test_transfers_between_other_accounts_go_on_meanwhile: all accounts share the lock of the class

import threading


class Account:
    lock = threading.Lock()

    def __init__(self, balance):
        self.balance = balance


def transfer(source, target, amount):
    with source.lock:
        if source.balance < amount:
            return False
        source.balance -= amount
        target.balance += amount
        return True
