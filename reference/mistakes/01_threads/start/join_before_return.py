# fails test_call_returns_before_any_time_has_passed: the caller waits for the whole task.
import threading


def start_in_background(task):
    thread = threading.Thread(target=task)
    thread.start()
    thread.join()
    return thread
