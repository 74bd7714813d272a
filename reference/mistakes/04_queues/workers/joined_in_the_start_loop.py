# fails test_as_many_calls_as_workers_are_under_way_at_once: waits for each worker before it starts the next

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
        while (job := jobs.get()) is not None:
            place, item = job
            try:
                results[place] = work(item)
            except Exception as error:
                errors[place] = error

    threads = [threading.Thread(target=take_jobs) for _ in range(workers)]
    for thread in threads:
        thread.start()
        thread.join()
    if errors:
        raise errors[min(errors)]
    return [results[place] for place in sorted(results)]
