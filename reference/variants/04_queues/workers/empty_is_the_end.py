# passes: all jobs are on the queue beforehand, so get_nowait may take Empty for the end

import contextlib
import queue
import threading


def attempt(work, item):
    try:
        return work(item), None
    except Exception as error:
        return None, error


def process_all(items, work, workers):
    jobs = queue.Queue()
    for job in enumerate(items):
        jobs.put(job)
    outcomes = {}

    def take_jobs():
        with contextlib.suppress(queue.Empty):
            while True:
                place, item = jobs.get_nowait()
                outcomes[place] = attempt(work, item)

    threads = [threading.Thread(target=take_jobs) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    results = []
    for _, (result, error) in sorted(outcomes.items(), key=lambda pair: pair[0]):
        if error is not None:
            raise error
        results.append(result)
    return results
