# fails test_all_tasks_have_finished_when_the_call_returns: daemons are not waited for either.
import threading


def run_all(tasks):
    for task in tasks:
        threading.Thread(target=task, daemon=True).start()
