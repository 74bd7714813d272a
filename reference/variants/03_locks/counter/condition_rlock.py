# passes: a reentrant lock inside a Condition, taken again by a helper

import threading

counter = 0
changed = threading.Condition(threading.RLock())


def add_one():
    global counter
    with changed:
        counter = counter + 1


def bump(times):
    with changed:
        for _ in range(times):
            add_one()
