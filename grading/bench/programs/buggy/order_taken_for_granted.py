"""Results are expected in the order in which their threads were started."""

import queue

results = queue.Queue()


def first():
    results.put("first")


def second():
    results.put("second")


THREADS = first, second


def check():
    assert [results.get(), results.get()] == ["first", "second"]
