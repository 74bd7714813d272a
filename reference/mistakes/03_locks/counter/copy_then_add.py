# fails test_no_increment_is_lost_between_two_threads: counts on a copy, which overwrites what others added meanwhile

import threading

counter = 0
lock = threading.Lock()


def bump(times):
    global counter
    copy = counter
    for _ in range(times):
        copy += 1
    with lock:
        counter = copy
