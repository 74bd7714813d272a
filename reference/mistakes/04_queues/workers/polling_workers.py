# fails test_the_call_waits_for_its_workers_without_polling: an idle worker wakes up every moment to ask whether all is done

import queue
import threading


def process_all(items, work, workers):
    jobs = queue.Queue()
    for job in enumerate(items):
        jobs.put(job)
    count = jobs.qsize()
    results = {}
    errors = {}

    def take_jobs():
        while len(results) + len(errors) < count:
            try:
                place, item = jobs.get(timeout=0.1)
            except queue.Empty:
                continue
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
