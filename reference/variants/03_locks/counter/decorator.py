# passes: a decorator owns the lock, and the module is reached through globals()

import functools
import threading

counter = 0


def one_at_a_time(function):
    lock = threading.Lock()

    @functools.wraps(function)
    def locked(*args, **kwargs):
        with lock:
            return function(*args, **kwargs)

    return locked


@one_at_a_time
def add_one():
    globals()["counter"] += 1


def bump(times: int) -> None:
    for _ in range(times):
        add_one()
