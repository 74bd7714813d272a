# fails test_all_tasks_have_finished_when_the_call_returns: two counts at once may lose one.
import threading


def run_all(tasks):
    tasks = list(tasks)
    left = len(tasks)
    all_done = threading.Event()
    if not tasks:
        all_done.set()

    def work(task):
        nonlocal left
        try:
            task()
        finally:
            left -= 1
            if left == 0:
                all_done.set()

    threads = [threading.Thread(target=work, args=(task,)) for task in tasks]
    for thread in threads:
        thread.start()
    all_done.wait()
    for thread in threads:
        thread.join()
