# fails test_task_that_raises_does_not_stop_the_others: the sign of a task that raises never comes.
import threading


def run_all(tasks):
    finished = threading.Semaphore(0)

    def work(task):
        task()
        finished.release()

    threads = [threading.Thread(target=work, args=(task,)) for task in tasks]
    for thread in threads:
        thread.start()
    for _ in threads:
        finished.acquire()
    for thread in threads:
        thread.join()
