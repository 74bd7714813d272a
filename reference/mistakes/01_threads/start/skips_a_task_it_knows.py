# fails test_task_is_called_exactly_once: for a task that it has seen it returns the old thread.
import functools
import threading


@functools.lru_cache(maxsize=None)
def start_in_background(task):
    t = threading.Thread(target=task)
    t.start()
    return t
