"""Money moves between accounts, and each account has a lock of its own.

Every account gets a number when it is made, and every transfer takes the lock of the lower number
first. So no circle of threads can form in which each waits for a lock that the next one holds.
"""

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
        target.balance += amount
        return True


if __name__ == "__main__":
    anna, ben = Account(100), Account(100)
    mover = threading.Thread(target=transfer, args=(anna, ben, 30), daemon=True)
    with ben.lock:
        mover.start()
        mover.join(0.2)
        print(f"Ben's lock is taken: Anna has {anna.balance}, Ben has {ben.balance}.")
    mover.join(1)
    print(f"Ben's lock is free:  Anna has {anna.balance}, Ben has {ben.balance}.")
