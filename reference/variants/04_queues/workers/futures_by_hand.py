# passes: a Future for each job, which carries its result or its exception

import queue
import threading
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Job:
    item: Any
    future: Future = field(default_factory=Future)

    def run(self, work):
        try:
            self.future.set_result(work(self.item))
        except Exception as error:
            self.future.set_exception(error)


def process_all(items, work, workers):
    pile = queue.LifoQueue()
    jobs = [Job(item) for item in items]
    for _ in range(workers):
        pile.put(None)
    for job in reversed(jobs):
        pile.put(job)

    def loop():
        while (job := pile.get()) is not None:
            job.run(work)

    threads = [threading.Thread(target=loop) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [job.future.result() for job in jobs]
