# fails test_as_many_items_as_workers_are_handled_at_once: the workers start only when somebody waits

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
        self._started = False

    def submit(self, item):
        with self._lock:
            if self._closed:
                raise RuntimeError("submit() after close()")
            self._orders.put(item)

    def wait(self):
        self._start()
        self._orders.join()

    def _start(self):
        with self._lock:
            if not self._started:
                self._started = True
                for thread in self._threads:
                    thread.start()

    def close(self):
        self._start()
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
