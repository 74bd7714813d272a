# fails test_as_many_items_as_workers_are_handled_at_once: a thread for each item, however many there are

import threading


class Dispatcher:
    def __init__(self, handle, workers):
        self.errors = []
        self._handle = handle
        self._closed = False
        self._threads = []
        self._lock = threading.Lock()

    def submit(self, item):
        with self._lock:
            if self._closed:
                raise RuntimeError("submit() after close()")
            thread = threading.Thread(target=self._work, args=(item,))
            self._threads.append(thread)
            thread.start()

    def wait(self):
        with self._lock:
            threads = list(self._threads)
        for thread in threads:
            thread.join()

    def close(self):
        with self._lock:
            self._closed = True
        self.wait()

    def _work(self, item):
        try:
            self._handle(item)
        except Exception as error:
            self.errors.append(error)
