# passes: a subclass of Thread, which keeps what it did

import queue
import threading

END = (-1, None)


class Worker(threading.Thread):
    def __init__(self, jobs, work):
        super().__init__(name="worker")
        self.jobs, self.work = jobs, work
        self.results, self.errors = {}, {}

    def run(self):
        for place, item in iter(self.jobs.get, END):
            try:
                self.results[place] = self.work(item)
            except Exception as error:
                self.errors[place] = error


def process_all(items, work, workers):
    jobs = queue.SimpleQueue()
    crew = [Worker(jobs, work) for _ in range(workers)]
    for worker in crew:
        worker.start()
    for job in enumerate(items):
        jobs.put(job)
    for _ in crew:
        jobs.put(END)
    results, errors = {}, {}
    for worker in crew:
        worker.join()
        results |= worker.results
        errors |= worker.errors
    for place in sorted(errors):
        raise errors[place]
    return [results[place] for place in sorted(results)]
