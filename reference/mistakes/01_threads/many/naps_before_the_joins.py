# fails test_call_returns_as_soon_as_all_tasks_have_ended: it naps on.
import threading
import time


def run_all(tasks):
    threads = [threading.Thread(target=task) for task in tasks]
    for thread in threads:
        thread.start()
    time.sleep(0.05)
    for thread in threads:
        thread.join()
