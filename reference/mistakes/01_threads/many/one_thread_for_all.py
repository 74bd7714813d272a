# fails test_all_tasks_overlap: a single thread calls the tasks in turn.
import threading


def run_all(tasks):
    def work():
        for task in tasks:
            task()

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
