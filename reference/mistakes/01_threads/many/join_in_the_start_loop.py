# fails test_all_tasks_overlap: the next task begins when the one before has ended.
import threading


def run_all(tasks):
    for task in tasks:
        thread = threading.Thread(target=task)
        thread.start()
        thread.join()
