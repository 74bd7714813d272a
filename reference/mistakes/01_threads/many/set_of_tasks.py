# fails test_every_task_is_called_once_in_a_thread_of_its_own: a task listed twice runs once.
import threading


def run_all(tasks):
    threads = {task: threading.Thread(target=task) for task in tasks}
    for thread in threads.values():
        thread.start()
    for thread in threads.values():
        thread.join()
