# passes: acquire and release by hand, release in a finally, the whole loop in one go

import threading

counter = 0
lock = threading.Lock()


def bump(times):
    global counter
    lock.acquire()
    try:
        for _ in range(times):
            counter += 1
    finally:
        lock.release()
