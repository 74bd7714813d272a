"""Money moves between accounts, and each account has a lock of its own.

Two transfers at once can lose money; two that wait for each other's lock never end.
Goal: hold the locks of both accounts while you look at the balances and change them.

Done when the total never changes and no transfer waits for ever: not for the opposite transfer,
not for a ring of three, not for itself (`source is target`).
"""

import threading


class Account:
    """A balance and the lock that protects it."""

    def __init__(self, balance: int) -> None:
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source: Account, target: Account, amount: int) -> bool:
    """Move `amount` from `source` to `target`; say whether there was enough."""
    # TODO: a transfer from an account to itself needs only one lock.
    # TODO: take both locks, in an order on which all transfers agree.
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
        if mover.is_alive():
            print("The transfer waits for the lock, as it should.")
        else:
            print("Still missing: the transfer has not waited for the lock.")
    mover.join(1)
    print(f"Ben's lock is free:  Anna has {anna.balance}, Ben has {ben.balance}.")
