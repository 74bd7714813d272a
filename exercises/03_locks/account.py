"""Two people share an account, and both pay with its last money at the same moment.

Between the question "is there enough?" and the subtraction the answer can go out of date.
Goal: the question and the change are one step, for each amount that goes in or out.

Done when no payment is lost, the account is never overdrawn, an amount of 0 or less is a
ValueError that changes nothing, and the account can still be used after any error.
"""

import threading
import time


class Account:
    """A balance that several threads pay into and take from."""

    def __init__(self, balance: int = 0) -> None:
        self._balance = balance
        # TODO: make one lock for this account, for all of its methods.

    @property
    def balance(self) -> int:
        """What is in the account."""
        return self._balance

    def deposit(self, amount: int) -> None:
        """Pay `amount` in; ValueError if it is 0 or less."""
        # TODO: refuse a wrong amount, here and in withdraw; add under the lock.
        self._balance += amount

    def withdraw(self, amount: int) -> bool:
        """Take `amount` out if there is enough, and say whether there was; ValueError likewise."""
        # TODO: the question and the subtraction belong under one hold of the lock.
        if self._balance < amount:
            return False
        time.sleep(0.01)  # another thread may go first at any moment; this makes it likely
        self._balance -= amount
        return True


if __name__ == "__main__":
    shared = Account(100)
    payers = [threading.Thread(target=shared.withdraw, args=(100,)) for _ in range(2)]
    for payer in payers:
        payer.start()
    for payer in payers:
        payer.join()
    print(f"Two payments of 100 out of an account of 100 leave {shared.balance}.")
    if shared.balance != 0:
        print("Still missing: a lock around the question and the subtraction.")
