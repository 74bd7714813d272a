"""A consumer does not look again after it woke up (`if` for `while`): another one was faster."""

import threading

items = []
ready = threading.Condition()


def consume():
    with ready:
        if not items:
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
