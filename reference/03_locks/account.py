"""Two people share an account, and its last money is paid out once.

One lock for each account guards both methods. A wrong amount is refused before the lock is taken;
the question "is there enough?" and the subtraction stand in one `with`.
"""

import threading


class Account:
    """A balance that several threads pay into and take from."""

    def __init__(self, balance: int = 0) -> None:
        self._balance = balance
        self._lock = threading.Lock()

    @property
    def balance(self) -> int:
        """What is in the account."""
        return self._balance

    def deposit(self, amount: int) -> None:
        """Pay `amount` in; ValueError if it is 0 or less."""
        _refuse_nothing(amount)
        with self._lock:
            self._balance += amount

    def withdraw(self, amount: int) -> bool:
        """Take `amount` out if there is enough, and say whether there was; ValueError likewise."""
        _refuse_nothing(amount)
        with self._lock:
            if self._balance < amount:
                return False
            self._balance -= amount
            return True


def _refuse_nothing(amount: int) -> None:
    if amount <= 0:
        raise ValueError(f"the amount must be more than 0, not {amount}")


if __name__ == "__main__":
    shared = Account(100)
    payers = [threading.Thread(target=shared.withdraw, args=(100,)) for _ in range(2)]
    for payer in payers:
        payer.start()
    for payer in payers:
        payer.join()
    print(f"Two payments of 100 out of an account of 100 leave {shared.balance}.")
