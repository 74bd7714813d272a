"""After the SCTBench program token_ring_bad: each copies its neighbour, and the last finds them all alike."""

import threading

atomic = threading.Lock()
x = [1, 2, 1]
copied = [False, False, False]


def first():
    with atomic:
        x[0] = (x[2] + 1) % 4
        copied[0] = True


def second():
    with atomic:
        x[1] = x[0]
        copied[1] = True


def third():
    with atomic:
        x[2] = x[1]
        copied[2] = True


def look():
    with atomic:
        if all(copied):
            assert x[0] == x[1] == x[2]


THREADS = first, second, third, look


def check():
    assert all(copied)
