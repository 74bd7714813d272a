# passes: tries for the second lock, and gives back the first and sleeps if it is taken

import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()


import time


def move(source, target, amount):
    if source.balance < amount:
        return False
    source.balance -= amount
    target.balance += amount
    return True


def transfer(source, target, amount):
    if source is target:
        with source.lock:
            return source.balance >= amount
    while True:
        with source.lock:
            if target.lock.acquire(blocking=False):
                try:
                    return move(source, target, amount)
                finally:
                    target.lock.release()
        time.sleep(0.001)
