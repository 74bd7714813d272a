# fails test_call_returns_as_soon_as_the_thread_ends: a nap after the join.
import time


def finished_within(thread, seconds):
    thread.join(seconds)
    time.sleep(0.05)
    return not thread.is_alive()
