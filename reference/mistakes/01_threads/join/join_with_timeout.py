# fails test_call_blocks_without_polling_while_the_task_is_blocked: join gives up after 5 seconds.
import threading


def run_and_wait(task):
    thread = threading.Thread(target=task)
    thread.start()
    thread.join(timeout=5)
