"""After the SCTBench program stack_bad: that there was an item once does not mean that there is one now."""

import threading

SIZE = 10
lock = threading.Lock()
items = []
pushed = False


def push():
    global pushed
    for item in range(SIZE):
        with lock:
            items.append(item)
            pushed = True


def pop():
    for _ in range(SIZE):
        with lock:
            if pushed:
                items.pop()


THREADS = push, pop


def check():
    assert len(items) <= SIZE
