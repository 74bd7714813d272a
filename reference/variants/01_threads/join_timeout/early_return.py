# passes: asks first, then waits, then looks whether the thread is still in the list of all.
import threading


def finished_within(thread, seconds):
    if not thread.is_alive():
        return True
    thread.join(seconds)
    return thread not in threading.enumerate()
