# fails test_call_returns_before_any_time_has_passed: each thread is waited for before the next.
import threading


def start_each(function, items):
    threads = []
    for item in items:
        thread = threading.Thread(target=function, args=(item,))
        thread.start()
        thread.join()
        threads.append(thread)
    return threads
