# fails test_the_call_waits_for_its_workers_without_polling: asks again and again whether the workers are alive

import queue
import threading
import time


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
    while any(thread.is_alive() for thread in threads):
        time.sleep(0.01)
    if errors:
        raise errors[min(errors)]
    return [results[place] for place in sorted(results)]
