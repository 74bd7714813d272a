# passes: the lock is a default argument, made once when the function is defined

from threading import RLock

counter = 0


def bump(times, lock=RLock()):
    global counter
    while times > 0:
        with lock:
            seen = counter
            counter = seen + 1
        times -= 1
