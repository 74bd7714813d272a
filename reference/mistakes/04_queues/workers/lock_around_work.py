# fails test_as_many_calls_as_workers_are_under_way_at_once: holds a lock while it works, so only one call is made at a time

import queue
import threading


def process_all(items, work, workers):
    jobs = queue.Queue()
    for job in enumerate(items):
        jobs.put(job)
    for _ in range(workers):
        jobs.put(None)
    lock = threading.Lock()
    results = {}
    errors = {}

    def take_jobs():
        while (job := jobs.get()) is not None:
            place, item = job
            with lock:
                try:
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
