"""After the SCTBench program twostage_bad: two values that belong together are set under two locks."""

import threading

one = threading.Lock()
two = threading.Lock()
value_one = value_two = 0


def set_both():
    global value_one, value_two
    with one:
        value_one = 1
    with two:
        value_two = value_one + 1


def look():
    with one:
        seen = value_one
    if seen:
        with two:
            assert value_two == seen + 1


THREADS = set_both, set_both, look


def check():
    assert value_two == 2
