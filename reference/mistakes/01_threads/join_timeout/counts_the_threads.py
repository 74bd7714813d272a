# fails test_call_returns_as_soon_as_the_thread_ends: other threads are alive as well.
import threading


def finished_within(thread, seconds):
    thread.join(seconds)
    return threading.active_count() == 1
