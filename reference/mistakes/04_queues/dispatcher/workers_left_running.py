# fails test_close_waits_without_polling_and_ends_the_workers: close waits for the items, and the workers go on waiting for more

import queue
import threading

END = object()


class Dispatcher:
    def __init__(self, handle, workers):
        self.errors = []
        self._handle = handle
        self._orders = queue.Queue()
        self._closed = False
        self._lock = threading.Lock()
        self._threads = [threading.Thread(target=self._work, daemon=True) for _ in range(workers)]
        for thread in self._threads:
            thread.start()

    def submit(self, item):
        with self._lock:
            if self._closed:
                raise RuntimeError("submit() after close()")
            self._orders.put(item)

    def wait(self):
        self._orders.join()

    def close(self):
        with self._lock:
            self._closed = True
        self.wait()

    def _work(self):
        while (item := self._orders.get()) is not END:
            try:
                self._handle(item)
            except Exception as error:
                self.errors.append(error)
            finally:
                self._orders.task_done()
        self._orders.task_done()
