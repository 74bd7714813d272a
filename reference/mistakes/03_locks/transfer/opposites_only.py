# fails test_a_ring_of_three_transfers_goes_through: only the opposite transfer is kept from deadlock

import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()


under_way = []
changed = threading.Condition()


def transfer(source, target, amount):
    if source is target:
        with source.lock:
            return source.balance >= amount
    with changed:
        changed.wait_for(lambda: (target, source) not in under_way)
        under_way.append((source, target))
    try:
        with source.lock, target.lock:
            if source.balance < amount:
                return False
            source.balance -= amount
            target.balance += amount
            return True
    finally:
        with changed:
            under_way.remove((source, target))
            changed.notify_all()
