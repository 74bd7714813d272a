# fails test_every_task_is_called_once_in_a_thread_of_its_own: a task that comes alone runs in the caller.
import threading


def run_all(tasks):
    tasks = list(tasks)
    if len(tasks) == 1:
        tasks[0]()
        return
    threads = [threading.Thread(target=task) for task in tasks]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
