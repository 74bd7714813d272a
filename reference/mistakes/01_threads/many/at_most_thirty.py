# fails test_any_number_of_tasks_overlap: a thread for each task, but thirty at a time.
import threading

slots = threading.Semaphore(30)


def run_all(tasks):
    def run(task):
        with slots:
            task()

    threads = [threading.Thread(target=run, args=(task,)) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
