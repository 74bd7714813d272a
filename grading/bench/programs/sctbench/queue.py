"""After the SCTBench program queue_bad: a round without its turn is counted as if it had had one."""

import threading

SIZE = 20
lock = threading.Lock()
elements = []
stored = [0] * SIZE
may_put, may_take = True, False


def put():
    global may_put, may_take
    value = 0
    with lock:
        elements.append(value)
        stored[0] = value
    for position in range(1, SIZE):
        with lock:
            if may_put:
                value += 1
                elements.append(value)
                stored[position] = value
                may_put, may_take = False, True


def take():
    global may_put, may_take
    for position in range(SIZE):
        with lock:
            if may_take:
                assert elements.pop(0) == stored[position]
                may_put, may_take = True, False


THREADS = put, take


def check():
    assert len(elements) <= SIZE
