# fails test_call_returns_as_soon_as_the_thread_ends: it sleeps on after the thread has ended.
import time


def finished_within(thread, seconds):
    time.sleep(seconds)
    return not thread.is_alive()
