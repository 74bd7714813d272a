# fails test_no_increment_is_lost_between_two_threads: the lock is taken after the read, so the sum is already out of date

import threading

counter = 0
lock = threading.Lock()


def bump(times):
    global counter
    for _ in range(times):
        more = counter + 1
        with lock:
            counter = more
