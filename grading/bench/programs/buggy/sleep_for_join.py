"""A thread sleeps until the other one is certainly done, which it need not be."""

import time

total = 0
seen = []


def add():
    global total
    for number in range(4):
        total += number


def report():
    time.sleep(0.005)
    seen.append(total)


THREADS = add, report


def check():
    assert seen == [6]
