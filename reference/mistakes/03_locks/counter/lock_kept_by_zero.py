# fails test_bump_of_zero_adds_nothing_and_blocks_nobody: bump(0) takes the lock and keeps it

import threading

counter = 0
lock = threading.Lock()


def bump(times):
    global counter
    lock.acquire()
    for left in reversed(range(times)):
        counter += 1
        if left == 0:
            lock.release()
