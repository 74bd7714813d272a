# passes: outcomes come back on a second queue, and the caller sorts them

import itertools
import queue
import threading
from functools import partial


def worker(work, jobs, outcomes):
    while True:
        number, items = jobs.get()
        if not items:
            return
        try:
            outcomes.put((number, [work(items[0])], None))
        except Exception as error:
            outcomes.put((number, [], error))


def process_all(items, work, workers):
    jobs, outcomes = queue.Queue(), queue.Queue()
    threads = [
        threading.Thread(target=partial(worker, work, jobs, outcomes)) for _ in range(workers)
    ]
    for thread in threads:
        thread.start()
    count = 0
    for count, item in enumerate(items, start=1):
        jobs.put((count, [item]))
    for job in itertools.repeat((0, []), workers):
        jobs.put(job)
    ready = sorted((outcomes.get() for _ in range(count)), key=lambda outcome: outcome[0])
    for thread in threads:
        thread.join()
    for _, _, error in ready:
        if error is not None:
            raise error
    return [result for _, results, _ in ready for result in results]
