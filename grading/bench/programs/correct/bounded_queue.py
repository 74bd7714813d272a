"""A producer and a consumer meet at a queue that holds one item."""

import queue

items = queue.Queue(maxsize=1)
received = []


def produce():
    for item in range(3):
        items.put(item)


def consume():
    for _ in range(3):
        received.append(items.get())


THREADS = produce, consume


def check():
    assert received == [0, 1, 2]
