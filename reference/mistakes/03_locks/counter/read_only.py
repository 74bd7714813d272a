# fails test_no_increment_is_lost_between_two_threads: the lock is given back between the read and the write

import threading

counter = 0
lock = threading.Lock()


def bump(times):
    global counter
    for _ in range(times):
        with lock:
            seen = counter
        counter = seen + 1
