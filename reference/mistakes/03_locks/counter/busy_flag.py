# fails test_no_increment_is_lost_between_two_threads: two threads may both see the flag down before either raises it

import time

counter = 0
busy = False


def bump(times):
    global counter, busy
    for _ in range(times):
        while busy:
            time.sleep(0.001)
        busy = True
        counter += 1
        busy = False
