# passes: a loop that waits for all the time that is left.
import time


def finished_within(thread, seconds):
    deadline = time.monotonic() + seconds
    while thread.is_alive():
        left = deadline - time.monotonic()
        if left <= 0:
            return False
        thread.join(left)
    return True
