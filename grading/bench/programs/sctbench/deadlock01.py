"""After the SCTBench program deadlock01_bad: two locks in opposite orders."""

import threading

a = threading.Lock()
b = threading.Lock()
counter = 1


def up():
    global counter
    with a, b:
        counter += 1


def down():
    global counter
    with b, a:
        counter -= 1


THREADS = up, down


def check():
    assert counter == 1
