# passes: the calls add under a lock, the future of each is asked so that its exception is raised

import threading
from functools import partial


class Sum:
    def __init__(self):
        self.amount = 0
        self.lock = threading.Lock()

    def add(self, function, item):
        value = function(item)
        with self.lock:
            self.amount += value


def total(executor, function, items):
    result = Sum()
    futures = []
    for item in items:
        futures.append(executor.submit(partial(result.add, function), item))
    for future in futures:
        future.result()
    return result.amount
