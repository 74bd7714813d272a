# fails test_no_increment_is_lost_between_two_threads: after one second it goes on without the lock

import threading

counter = 0
lock = threading.Lock()


def bump(times):
    global counter
    for _ in range(times):
        taken = lock.acquire(timeout=1)
        counter += 1
        if taken:
            lock.release()
