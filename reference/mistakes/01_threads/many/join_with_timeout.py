# fails test_call_blocks_without_polling_while_any_task_is_blocked: join gives up after a minute.
import threading


def run_all(tasks):
    threads = [threading.Thread(target=task) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
