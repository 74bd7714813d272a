# passes: a set of one or two accounts, sorted, all their locks on an ExitStack

import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()


from contextlib import ExitStack


def transfer(source, target, amount):
    with ExitStack() as held:
        for account in sorted({source, target}, key=id):
            held.enter_context(account.lock)
        if source.balance < amount:
            return False
        source.balance -= amount
        target.balance += amount
        return True
