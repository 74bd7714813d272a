# fails test_an_item_submitted_while_it_closes_is_handled_or_refused: an item is put behind the end marks, since nothing holds close off meanwhile

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
        if self._closed:
            raise RuntimeError("submit() after close()")
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
