"""After the SCTBench program lazy01_bad: the last thread takes for granted that one of the others is late."""

import threading

lock = threading.Lock()
data = 0


def add_one():
    global data
    with lock:
        data += 1


def add_two():
    global data
    with lock:
        data += 2


def look():
    with lock:
        assert data < 3


THREADS = add_one, add_two, look


def check():
    assert data == 3
