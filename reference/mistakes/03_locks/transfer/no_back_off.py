# fails test_opposite_transfers_all_go_through: tries for the second lock again and again without giving back the first

import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()


import time


def transfer(source, target, amount):
    if source is target:
        with source.lock:
            return source.balance >= amount
    with source.lock:
        while not target.lock.acquire(blocking=False):
            time.sleep(0.01)
        try:
            if source.balance < amount:
                return False
            source.balance -= amount
            target.balance += amount
            return True
        finally:
            target.lock.release()
