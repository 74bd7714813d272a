# fails test_the_other_items_are_worked_once_each_though_some_fail: an Empty that work itself raises is taken for the end of the queue

import queue
import threading


def process_all(items, work, workers):
    jobs = queue.Queue()
    for job in enumerate(items):
        jobs.put(job)
    results = {}
    errors = {}

    def take_jobs():
        while True:
            try:
                place, item = jobs.get_nowait()
                results[place] = work(item)
            except queue.Empty:
                return
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
