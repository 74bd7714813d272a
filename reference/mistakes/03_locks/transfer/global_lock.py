# fails test_money_moves_only_while_both_locks_are_held: takes one lock for the whole bank, and not the accounts'

import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()


bank = threading.Lock()


def transfer(source, target, amount):
    with bank:
        if source.balance < amount:
            return False
        source.balance -= amount
        target.balance += amount
        return True
