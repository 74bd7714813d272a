# fails test_any_item_and_any_result_is_kept: a result that is an exception is taken for a failure

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
                results[place] = error

    threads = [threading.Thread(target=take_jobs) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for place in sorted(results):
        if isinstance(results[place], Exception):
            raise results[place]
    return [results[place] for place in sorted(results)]
