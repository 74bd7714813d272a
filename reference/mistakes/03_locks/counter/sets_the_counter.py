# fails test_each_call_adds_its_times_to_the_counter: starts again from 0 in each call

import threading

counter = 0
lock = threading.Lock()


def bump(times):
    global counter
    with lock:
        counter = 0
        for _ in range(times):
            counter += 1
