# fails test_no_increment_is_lost_between_two_threads: every thread has a lock of its own, so none waits for another

import threading

counter = 0
own = threading.local()


def bump(times):
    global counter
    if not hasattr(own, "lock"):
        own.lock = threading.Lock()
    for _ in range(times):
        with own.lock:
            counter += 1
