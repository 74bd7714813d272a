# passes: a pool in which each worker runs the loop

import queue
from concurrent.futures import ThreadPoolExecutor


def process_all(items, work, workers):
    jobs = queue.Queue()
    outcomes = [None] * sum(jobs.put(job) is None for job in enumerate(items))
    for _ in range(workers):
        jobs.put(None)

    def loop():
        for place, item in iter(jobs.get, None):
            try:
                outcomes[place] = True, work(item)
            except Exception as error:
                outcomes[place] = False, error

    with ThreadPoolExecutor(max_workers=workers) as pool:
        for _ in range(workers):
            pool.submit(loop)
    for good, outcome in outcomes:
        if not good:
            raise outcome
    return [outcome for _, outcome in outcomes]
