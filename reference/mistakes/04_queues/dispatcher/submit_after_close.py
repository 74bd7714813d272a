# fails test_after_close_submit_is_refused_and_wait_and_close_return: takes items after close, and nobody handles them

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
        self._threads = [threading.Thread(target=self._work) for _ in range(workers)]
        for thread in self._threads:
            thread.start()

    def submit(self, item):
        self._orders.put(item)

    def wait(self):
        self._orders.join()

    def close(self):
        with self._lock:
            if not self._closed:
                self._closed = True
                for _ in self._threads:
                    self._orders.put(END)
        for thread in self._threads:
            thread.join()

    def _work(self):
        while (item := self._orders.get()) is not END:
            try:
                self._handle(item)
            except Exception as error:
                self.errors.append(error)
            finally:
                self._orders.task_done()
        self._orders.task_done()
