# fails test_call_blocks_without_polling_while_the_task_is_blocked: it keeps waking up to look.
import threading
import time


def run_and_wait(task):
    thread = threading.Thread(target=task)
    thread.start()
    while thread.is_alive():
        time.sleep(0.01)
