# fails test_task_is_called_exactly_once: a second thread calls the task as well.
import threading


def start_in_background(task):
    threading.Thread(target=task).start()
    thread = threading.Thread(target=task)
    thread.start()
    return thread
