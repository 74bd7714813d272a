# fails test_all_tasks_have_finished_when_the_call_returns: task is read late, so one runs twice.
import threading


def run_all(tasks):
    threads = []
    for task in tasks:
        thread = threading.Thread(target=lambda: task())
        thread.start()
        threads.append(thread)
    for thread in threads:
        thread.join()
