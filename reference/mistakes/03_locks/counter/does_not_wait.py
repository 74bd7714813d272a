# fails test_no_increment_is_lost_between_two_threads: acquire(blocking=False) may say no, and the answer is not looked at

import threading

counter = 0
lock = threading.Lock()


def bump(times):
    global counter
    for _ in range(times):
        taken = lock.acquire(blocking=False)
        counter += 1
        if taken:
            lock.release()
