"""The balance is looked at before the lock is taken: both withdraw."""

import threading

account = {"balance": 100}
lock = threading.Lock()


def withdraw():
    if account["balance"] >= 80:
        with lock:
            account["balance"] -= 80


THREADS = withdraw, withdraw


def check():
    assert account["balance"] >= 0
