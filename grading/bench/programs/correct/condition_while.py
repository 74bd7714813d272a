"""A consumer looks again whenever it woke up."""

import threading

items = []
ready = threading.Condition()


def consume():
    with ready:
        while not items:
            ready.wait()
        items.pop()


def produce():
    for item in range(2):
        with ready:
            items.append(item)
            ready.notify()


THREADS = consume, consume, produce


def check():
    assert items == []
