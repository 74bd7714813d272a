"""After the SCTBench program sync01_bad: one thread waits for room that nobody makes."""

import threading

lock = threading.Lock()
empty = threading.Condition(lock)
full = threading.Condition(lock)
number = 1


def produce():
    global number
    with lock:
        while number > 0:
            empty.wait()
        number += 1
        full.notify()


def consume():
    with lock:
        while number == 0:
            full.wait()
        empty.notify()


THREADS = produce, consume


def check():
    assert number == 1
