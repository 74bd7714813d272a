# fails test_both_overlap: each call is made while the same lock is held.
import threading

lock = threading.Lock()


class Worker(threading.Thread):
    def __init__(self, task):
        super().__init__()
        self.task = task

    def run(self):
        with lock:
            self.task()


def side_by_side(first, second):
    workers = [Worker(first), Worker(second)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
