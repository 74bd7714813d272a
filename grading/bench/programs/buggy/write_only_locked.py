"""The lock is held for the write only: what was read before it may be old."""

import threading

counter = 0
lock = threading.Lock()


def bump():
    global counter
    new = counter + 1
    with lock:
        counter = new


THREADS = bump, bump


def check():
    assert counter == 2
