# fails test_every_task_is_called_once_in_a_thread_of_its_own: the caller runs the last itself.
import threading


def run_all(tasks):
    *others, last = list(tasks) or [lambda: None]
    threads = [threading.Thread(target=task) for task in others]
    for thread in threads:
        thread.start()
    try:
        last()
    finally:
        for thread in threads:
            thread.join()
