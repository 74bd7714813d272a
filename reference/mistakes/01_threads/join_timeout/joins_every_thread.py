# fails test_call_returns_as_soon_as_the_thread_ends: waits for threads of others, too.
import threading


def finished_within(thread, seconds):
    for other in threading.enumerate():
        if other not in (threading.current_thread(), threading.main_thread()):
            other.join(seconds)
    return not thread.is_alive()
