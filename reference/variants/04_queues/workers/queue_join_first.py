# passes: Queue.join and task_done for the jobs, then end marks for the workers

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
            job = jobs.get()
            try:
                if job is None:
                    return
                place, item = job
                results[place] = work(item)
            except Exception as error:
                errors[place] = error
            finally:
                jobs.task_done()

    threads = [threading.Thread(target=take_jobs, daemon=True) for _ in range(workers)]
    for thread in threads:
        thread.start()
    jobs.join()
    for _ in threads:
        jobs.put(None)
    for thread in threads:
        thread.join()
    if errors:
        raise errors[min(errors)]
    return [results[place] for place in sorted(results)]
