# passes: acquire and release by hand, in the order of the ids of the locks

import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()
        self.rank = id(self.lock)


def transfer(source, target, amount):
    if source is target:
        source.lock.acquire()
        try:
            return source.balance >= amount
        finally:
            source.lock.release()
    if source.rank > target.rank:
        first, second = target, source
    else:
        first, second = source, target
    first.lock.acquire()
    try:
        second.lock.acquire()
        try:
            if source.balance >= amount:
                source.balance, target.balance = source.balance - amount, target.balance + amount
                return True
            return False
        finally:
            second.lock.release()
    finally:
        first.lock.release()
