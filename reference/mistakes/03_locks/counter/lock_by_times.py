# fails test_counting_starts_again_when_the_counter_is_reset: an odd and an even number of times take different locks

import threading

counter = 0
locks = [threading.Lock(), threading.Lock()]


def bump(times):
    global counter
    for _ in range(times):
        with locks[times % 2]:
            counter += 1
