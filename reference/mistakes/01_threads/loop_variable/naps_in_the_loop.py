# fails test_call_returns_before_any_time_has_passed: a nap only hides the late read.
import threading
import time


def start_each(function, items):
    threads = []
    for item in items:
        thread = threading.Thread(target=lambda: function(item))
        thread.start()
        time.sleep(0.01)
        threads.append(thread)
    return threads
