# fails test_task_may_be_any_callable: not every callable has a __name__.
import threading


def start_in_background(task):
    thread = threading.Thread(target=task, name=task.__name__)
    thread.start()
    return thread
