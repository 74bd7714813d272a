# fails test_task_that_raises_does_not_stop_the_others: it leaves as soon as one task has failed.
import queue
import threading


def run_all(tasks):
    errors = queue.SimpleQueue()

    def work(task):
        try:
            task()
        except Exception as error:
            errors.put(error)
        else:
            errors.put(None)

    threads = [threading.Thread(target=work, args=(task,)) for task in tasks]
    for thread in threads:
        thread.start()
    for _ in threads:
        error = errors.get()
        if error is not None:
            raise error
    for thread in threads:
        thread.join()
