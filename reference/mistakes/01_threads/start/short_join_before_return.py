# fails test_call_returns_before_any_time_has_passed: a short wait for the task is still a wait.
import threading


def start_in_background(task):
    thread = threading.Thread(target=task)
    thread.start()
    thread.join(timeout=0.1)
    return thread
