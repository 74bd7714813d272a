# passes: a short queue that the caller fills while the workers empty it

import queue
import threading


def process_all(items, work, workers):
    jobs = queue.Queue(maxsize=workers)
    end = object()
    results, errors = [], []

    def take_jobs():
        job = jobs.get()
        while job is not end:
            place, item = job
            try:
                results.append((place, work(item)))
            except Exception as error:
                errors.append((place, error))
            job = jobs.get()

    threads = [threading.Thread(target=take_jobs) for _ in range(workers)]
    for thread in threads:
        thread.start()
    try:
        for job in enumerate(items):
            jobs.put(job)
    finally:
        for _ in threads:
            jobs.put(end)
        for thread in threads:
            thread.join()
    if errors:
        raise min(errors, key=lambda pair: pair[0])[1]
    return [result for _, result in sorted(results, key=lambda pair: pair[0])]
