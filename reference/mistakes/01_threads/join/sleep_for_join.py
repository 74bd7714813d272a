# fails test_task_has_finished_when_the_call_returns: no nap is long enough for every task.
import threading
import time


def run_and_wait(task):
    thread = threading.Thread(target=task)
    thread.start()
    time.sleep(1)
