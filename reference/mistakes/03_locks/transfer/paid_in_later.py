# fails test_no_balance_changes_while_the_lock_of_the_other_account_is_taken: both locks are freed and the target's is taken anew to pay in

import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.RLock()


def transfer(source, target, amount):
    first, second = sorted((source, target), key=id)
    with first.lock, second.lock:
        if source.balance < amount:
            return False
        source.balance -= amount
    with target.lock:
        target.balance += amount
    return True
