# passes: one end mark, which every worker puts back for the next

import queue
import threading


def process_all(items, work, workers):
    jobs = queue.Queue()
    for job in enumerate(items):
        jobs.put(job)
    end = object()
    jobs.put((None, end))
    results = {}
    errors = {}

    def take_jobs():
        while True:
            place, item = jobs.get()
            if item is end:
                jobs.put((place, end))
                return
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
