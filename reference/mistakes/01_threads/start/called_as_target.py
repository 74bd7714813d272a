# fails test_task_runs_in_the_thread_that_is_returned: the caller calls task() to get a target.
import threading


def start_in_background(task):
    thread = threading.Thread(target=task())
    thread.start()
    return thread
