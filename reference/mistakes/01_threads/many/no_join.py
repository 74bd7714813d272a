# fails test_all_tasks_have_finished_when_the_call_returns: nothing waits for the threads.
import threading


def run_all(tasks):
    for task in tasks:
        threading.Thread(target=task).start()
