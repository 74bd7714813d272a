# passes: calls in a queue, Queue.join before the end mark

import queue
import threading
from functools import partial


class Journal:
    def __init__(self, write):
        self.write = write
        self.calls = queue.Queue()
        self.changing = threading.Condition()
        self.closed = False
        self.errors = queue.SimpleQueue()
        self.first = None
        self.thread = threading.Thread(target=self.work, daemon=True)
        self.thread.start()

    def log(self, line):
        with self.changing:
            if self.closed:
                raise RuntimeError("closed")
            self.calls.put(partial(self.write, line))

    def close(self):
        with self.changing:
            closed_before, self.closed = self.closed, True
        if not closed_before:
            self.calls.join()
            self.calls.put(None)
        self.thread.join()
        with self.changing:
            if self.first is None and not self.errors.empty():
                self.first = self.errors.get()
            if self.first is not None:
                raise self.first

    def work(self):
        for call in iter(self.calls.get, None):
            try:
                call()
            except Exception as error:
                self.errors.put(error)
            finally:
                self.calls.task_done()
