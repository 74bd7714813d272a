"""Two threads add to a global, each time with the lock held."""

import threading

counter = 0
lock = threading.Lock()


def bump():
    global counter
    for _ in range(3):
        with lock:
            counter += 1


THREADS = bump, bump


def check():
    assert counter == 6
