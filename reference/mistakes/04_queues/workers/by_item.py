# fails test_items_may_be_a_generator_of_equal_items_or_none_at_all: keeps results by item, which loses equal items and cannot hold lists

import queue
import threading


def process_all(items, work, workers):
    jobs = queue.Queue()
    items = list(items)
    for item in items:
        jobs.put((item, item))
    for _ in range(workers):
        jobs.put(None)
    results = {}
    errors = {}

    def take_jobs():
        while (job := jobs.get()) is not None:
            place, item = job
            try:
                results[place] = work(item)
            except Exception as error:
                errors[place] = error

    threads = [threading.Thread(target=take_jobs) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for item in items:
        if item in errors:
            raise errors[item]
    return [results[item] for item in items]
