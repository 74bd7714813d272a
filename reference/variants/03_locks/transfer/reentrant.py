# passes: reentrant locks, so that the same account needs no case of its own

import threading
from dataclasses import dataclass, field
from itertools import count

next_number = count(1).__next__


@dataclass(eq=False)
class Account:
    balance: int
    lock: object = field(default_factory=threading.RLock)
    number: int = field(default_factory=next_number)


def transfer(source: Account, target: Account, amount: int) -> bool:
    pair = sorted([source, target], key=lambda account: account.number)
    with pair[0].lock, pair[1].lock:
        enough = source.balance >= amount
        if enough:
            source.balance -= amount
            target.balance += amount
        return enough
