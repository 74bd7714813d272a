# fails test_no_increment_is_lost_between_two_threads: each call makes a lock that nobody else ever waits for

import threading

counter = 0


def bump(times):
    global counter
    lock = threading.Lock()
    for _ in range(times):
        with lock:
            counter += 1
