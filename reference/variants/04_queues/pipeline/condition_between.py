# passes: no queue module; a deque and a Condition between two stages, closed by the one before

import threading
from collections import deque
from functools import partial


class Between:
    def __init__(self):
        self.values = deque()
        self.closed = False
        self.changed = threading.Condition()

    def put(self, value):
        with self.changed:
            self.values.append(value)
            self.changed.notify()

    def close(self):
        with self.changed:
            self.closed = True
            self.changed.notify()

    def __iter__(self):
        while True:
            with self.changed:
                self.changed.wait_for(lambda: self.values or self.closed)
                if not self.values:
                    return
                value = self.values.popleft()
            yield value


def run_pipeline(source, stages):
    errors = []

    def work(stage, before, after):
        try:
            for value in before:
                after.put(stage(value))
        except Exception as error:
            errors.append(error)
        finally:
            after.close()

    first = after = Between()
    threads = []
    for stage in stages:
        before, after = after, Between()
        threads.append(threading.Thread(target=partial(work, stage, before, after)))
    for thread in threads:
        thread.start()
    try:
        for value in source:
            first.put(value)
    finally:
        first.close()
        for thread in threads:
            thread.join()
    if errors:
        raise errors[0]
    return list(after)
