# fails test_all_tasks_have_finished_when_the_call_returns: the last thread may be the first to end.
import threading


def run_all(tasks):
    thread = None
    for task in tasks:
        thread = threading.Thread(target=task)
        thread.start()
    if thread is not None:
        thread.join()
