# passes: a queue of our own, made of a deque and a Condition, and closed by a flag

import collections
import threading


class Pile:
    def __init__(self):
        self.jobs = collections.deque()
        self.closed = False
        self.changed = threading.Condition()

    def add(self, job):
        with self.changed:
            self.jobs.append(job)
            self.changed.notify()

    def close(self):
        with self.changed:
            self.closed = True
            self.changed.notify_all()

    def __iter__(self):
        while True:
            with self.changed:
                self.changed.wait_for(lambda: self.jobs or self.closed)
                if not self.jobs:
                    return
                job = self.jobs.popleft()
            yield job


def process_all(items, work, workers):
    pile, results, errors = Pile(), {}, {}

    def loop():
        for place, item in pile:
            try:
                results[place] = work(item)
            except Exception as error:
                errors[place] = error

    threads = [threading.Thread(target=loop) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for job in enumerate(items):
        pile.add(job)
    pile.close()
    for thread in threads:
        thread.join()
    for place in range(len(results) + len(errors)):
        if place in errors:
            raise errors[place]
    return [results[place] for place in range(len(results))]
