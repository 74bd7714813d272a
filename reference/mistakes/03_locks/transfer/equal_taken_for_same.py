# fails test_money_moves_where_there_is_enough: two accounts of equal balance count as one

import threading
from dataclasses import dataclass, field


@dataclass
class Account:
    balance: int
    lock: object = field(default_factory=threading.Lock, compare=False)


def transfer(source, target, amount):
    if source == target:
        with source.lock:
            return source.balance >= amount
    first, second = sorted((source, target), key=id)
    with first.lock, second.lock:
        if source.balance < amount:
            return False
        source.balance -= amount
        target.balance += amount
        return True
