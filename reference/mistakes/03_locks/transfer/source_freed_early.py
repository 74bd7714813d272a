# fails test_no_balance_changes_while_the_lock_of_the_other_account_is_taken: frees the source before the target has the money

import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.RLock()


def transfer(source, target, amount):
    first, second = sorted((source, target), key=id)
    first.lock.acquire()
    second.lock.acquire()
    try:
        if source.balance < amount:
            source.lock.release()
            return False
        source.balance -= amount
        source.lock.release()
        target.balance += amount
        return True
    finally:
        target.lock.release()
