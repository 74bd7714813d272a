# fails test_transfers_between_other_accounts_go_on_meanwhile: waits for an account with the bank locked

import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()


bank = threading.Lock()


def transfer(source, target, amount):
    with bank:
        if source is target:
            with source.lock:
                return source.balance >= amount
        with source.lock, target.lock:
            if source.balance < amount:
                return False
            source.balance -= amount
            target.balance += amount
            return True
