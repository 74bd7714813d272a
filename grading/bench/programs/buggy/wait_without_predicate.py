"""A thread waits whatever has happened: if the other one was first, nobody wakes it."""

import threading

done = False
ready = threading.Condition()


def await_it():
    with ready:
        ready.wait()


def finish():
    global done
    with ready:
        done = True
        ready.notify()


THREADS = await_it, finish


def check():
    assert done
