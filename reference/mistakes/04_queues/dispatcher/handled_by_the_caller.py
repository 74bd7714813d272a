# fails test_as_many_items_as_workers_are_handled_at_once: submit handles the item itself

import threading


class Dispatcher:
    def __init__(self, handle, workers):
        self.errors = []
        self._handle = handle
        self._closed = False
        self._lock = threading.RLock()

    def submit(self, item):
        with self._lock:
            if self._closed:
                raise RuntimeError("submit() after close()")
            try:
                self._handle(item)
            except Exception as error:
                self.errors.append(error)

    def wait(self):
        with self._lock:
            pass

    def close(self):
        with self._lock:
            self._closed = True
