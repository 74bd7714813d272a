# fails test_all_workers_have_ended_on_return_and_after_an_error: Queue.join waits for the jobs, but the workers never end

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
            place, item = jobs.get()
            try:
                results[place] = work(item)
            except Exception as error:
                errors[place] = error
            finally:
                jobs.task_done()

    threads = [threading.Thread(target=take_jobs, daemon=True) for _ in range(workers)]
    for thread in threads:
        thread.start()
    jobs.join()
    if errors:
        raise errors[min(errors)]
    return [results[place] for place in sorted(results)]
