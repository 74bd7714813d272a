# passes: a pool has the queue built in, and refuses calls after its shutdown by itself

import threading
from concurrent.futures import ThreadPoolExecutor, wait


class Dispatcher:
    def __init__(self, handle, workers):
        self.errors = []
        self._handle = handle
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="dispatcher")
        self._calls = set()
        self._lock = threading.Lock()

    def submit(self, item):
        with self._lock:
            self._calls.add(self._pool.submit(self._guarded, item))

    def wait(self):
        with self._lock:
            calls = list(self._calls)
        wait(calls)

    def close(self):
        self._pool.shutdown(wait=True)

    def _guarded(self, item):
        try:
            self._handle(item)
        except Exception as error:
            self.errors.append(error)
