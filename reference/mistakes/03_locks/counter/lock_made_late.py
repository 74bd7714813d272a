# fails test_no_increment_is_lost_between_two_threads: two threads that find no lock yet make one each

import threading

counter = 0
lock = None


def bump(times):
    global counter, lock
    if lock is None:
        lock = threading.Lock()
    for _ in range(times):
        with lock:
            counter += 1
