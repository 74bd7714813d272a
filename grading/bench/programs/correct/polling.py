"""A thread looks again and again, and sleeps in between."""

import time

done = False
seen = []


def work():
    global done
    done = True


def poll():
    while not done:
        time.sleep(0.001)
    seen.append(done)


THREADS = poll, work


def check():
    assert seen == [True]
