# fails test_call_blocks_without_polling_while_any_task_is_blocked: it keeps waking up to look.
import threading
import time


def run_all(tasks):
    threads = [threading.Thread(target=task) for task in tasks]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        time.sleep(0.05)
