# fails test_no_increment_is_lost_between_two_threads: a semaphore of two lets two threads in together

import threading

counter = 0
permits = threading.Semaphore(2)


def bump(times):
    global counter
    for _ in range(times):
        with permits:
            counter += 1
