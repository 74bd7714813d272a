# fails test_task_runs_in_the_thread_that_is_returned: run() is a plain call in the caller's thread.
import threading


def start_in_background(task):
    thread = threading.Thread(target=task)
    thread.run()
    return thread
