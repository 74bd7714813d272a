# fails test_all_workers_have_ended_on_return_and_after_an_error: raises as soon as all jobs are done, while the workers still wait

import queue
import threading


def process_all(items, work, workers):
    jobs = queue.Queue()
    for job in enumerate(items):
        jobs.put(job)
    results = {}
    errors = {}

    def take_jobs():
        while (job := jobs.get()) is not None:
            place, item = job
            try:
                results[place] = work(item)
            except Exception as error:
                errors[place] = error
            jobs.task_done()

    threads = [threading.Thread(target=take_jobs, daemon=True) for _ in range(workers)]
    for thread in threads:
        thread.start()
    jobs.join()
    if errors:
        raise errors[min(errors)]
    for _ in threads:
        jobs.put(None)
    for thread in threads:
        thread.join()
    return [results[place] for place in sorted(results)]
