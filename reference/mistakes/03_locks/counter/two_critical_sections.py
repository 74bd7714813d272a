# fails test_no_increment_is_lost_between_two_threads: read and write are locked each for itself, not together

import threading

counter = 0
lock = threading.Lock()


def bump(times):
    global counter
    for _ in range(times):
        with lock:
            seen = counter
        with lock:
            counter = seen + 1
