# fails test_the_other_items_are_worked_once_each_though_some_fail: a worker ends with its first exception, and nobody is left

import queue
import threading


def process_all(items, work, workers):
    jobs = queue.Queue()
    for job in enumerate(items):
        jobs.put(job)
    for _ in range(workers):
        jobs.put(None)
    results = {}
    errors = {}

    def take_jobs():
        try:
            while (job := jobs.get()) is not None:
                place, item = job
                results[place] = work(item)
        except Exception as error:
            errors[place] = error

    threads = [threading.Thread(target=take_jobs) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[min(errors)]
    return [results[place] for place in sorted(results)]
