# fails test_call_returns_before_any_time_has_passed: a nap is not at once.
import threading
import time


def call_in_thread(function, *args, **kwargs):
    thread = threading.Thread(target=function, args=args, kwargs=kwargs)
    thread.start()
    time.sleep(0.01)
    return thread
