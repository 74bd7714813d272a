# fails test_call_blocks_without_polling_while_the_task_is_blocked: the loop keeps a processor busy.
import threading


def run_and_wait(task):
    thread = threading.Thread(target=task)
    thread.start()
    while thread.is_alive():
        pass
