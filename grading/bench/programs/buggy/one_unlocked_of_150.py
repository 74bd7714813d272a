"""One update of 150 forgets the lock."""

import threading

counter = 0
lock = threading.Lock()


def add(times):
    global counter
    for _ in range(times):
        with lock:
            counter += 1


def careful():
    add(75)


def careless():
    global counter
    add(37)
    counter += 1
    add(37)


THREADS = careful, careless


def check():
    assert counter == 150
