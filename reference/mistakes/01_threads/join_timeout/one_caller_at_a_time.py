# fails test_two_callers_do_not_wait_for_one_another: it waits while it holds a lock of all calls.
import threading

waiting = threading.Lock()


def finished_within(thread, seconds):
    with waiting:
        thread.join(seconds)
    return not thread.is_alive()
