"""After the SCTBench program wronglock_3_bad: one thread holds another lock than the three others."""

import threading

data = threading.Lock()
other = threading.Lock()
value = 0


def careful():
    global value
    with data:
        before = value
        value += 1
        assert value == before + 1


def careless():
    global value
    with other:
        value += 1


THREADS = careful, careless, careless, careless


def check():
    assert value == 4
