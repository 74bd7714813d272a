# fails test_counting_starts_again_when_the_counter_is_reset: adds to a total of its own

import threading

counter = 0
total = 0
lock = threading.Lock()


def bump(times):
    global counter, total
    for _ in range(times):
        with lock:
            total += 1
            counter = total
