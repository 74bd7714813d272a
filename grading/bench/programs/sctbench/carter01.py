"""After the SCTBench program carter01_bad: two groups share a door, whose lock is awaited with the gate held."""

import threading

gate = threading.Lock()
door = threading.Lock()
inside = {"A": 0, "B": 0}


def visit(group):
    with gate:
        inside[group] += 1
        if inside[group] == 1:
            door.acquire()
    with gate:
        inside[group] -= 1
        if inside[group] == 0:
            door.release()


def group_a():
    visit("A")


def group_b():
    visit("B")


THREADS = group_a, group_b


def check():
    assert inside == {"A": 0, "B": 0}
