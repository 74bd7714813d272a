# passes: one end mark, which every worker puts back; a semaphore for the lock; errors are copied

import queue
import threading


class Dispatcher:
    def __init__(self, handle, workers):
        self._handle = handle
        self._failures = queue.SimpleQueue()
        self._errors = []
        self._orders = queue.Queue()
        self._end = object()
        self._closed = threading.Event()
        self._turn = threading.Semaphore(1)
        self._threads = []
        for number in range(workers):
            thread = threading.Thread(target=self._work, name=f"worker {number}")
            thread.start()
            self._threads.append(thread)

    @property
    def errors(self):
        with self._turn:
            while not self._failures.empty():
                self._errors.append(self._failures.get())
            return list(self._errors)

    def submit(self, item):
        with self._turn:
            if self._closed.is_set():
                raise RuntimeError("closed")
            self._orders.put(item)

    def wait(self):
        if not self._closed.is_set():
            self._orders.join()
        else:
            self.close()

    def close(self):
        with self._turn:
            if not self._closed.is_set():
                self._closed.set()
                self._orders.put(self._end)
        for thread in self._threads:
            thread.join()

    def _work(self):
        while True:
            item = self._orders.get()
            if item is self._end:
                self._orders.put(item)
                self._orders.task_done()
                return
            try:
                self._handle(item)
            except Exception as error:
                self._failures.put(error)
            finally:
                self._orders.task_done()
