# fails test_task_runs_in_the_thread_that_is_returned: start() returns None.
import threading


def start_in_background(task):
    return threading.Thread(target=task).start()
