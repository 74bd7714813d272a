# fails test_call_returns_as_soon_as_the_task_has_ended: it naps on.
import threading
import time


def run_and_wait(task):
    thread = threading.Thread(target=task)
    thread.start()
    time.sleep(0.1)
    thread.join()
