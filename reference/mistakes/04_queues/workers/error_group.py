# fails test_the_exception_of_the_first_item_is_raised_though_it_fails_last: raises a group of all exceptions, not the first one itself

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
    for thread in threads:
        thread.join()
    if errors:
        raise ExceptionGroup("work failed", [errors[place] for place in sorted(errors)])
    return [results[place] for place in sorted(results)]
