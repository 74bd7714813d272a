# fails test_task_is_called_exactly_once: a thread that is not started does nothing.
import threading


def start_in_background(task):
    return threading.Thread(target=task)
