# fails test_the_total_never_changes_for_who_holds_both_locks: between the two critical sections the money is in neither account, and both locks are free

import itertools
import threading

numbers = itertools.count()


class Account:
    """A balance, the lock that protects it, and its place in the order of locking."""

    def __init__(self, balance: int) -> None:
        self.balance = balance
        self.lock = threading.Lock()
        self.number = next(numbers)


def transfer(source: Account, target: Account, amount: int) -> bool:
    """Move `amount` from `source` to `target`; say whether there was enough."""
    if source is target:
        with source.lock:
            return source.balance >= amount
    first, second = sorted((source, target), key=lambda account: account.number)
    with first.lock, second.lock:
        if source.balance < amount:
            return False
        source.balance -= amount
    with first.lock, second.lock:
        target.balance += amount
        return True
