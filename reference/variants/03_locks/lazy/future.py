# passes: the first makes a Future that the others await; after an error they begin again

import threading
from concurrent.futures import Future


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()
        self._future = None

    def get(self):
        while True:
            with self._lock:
                future = self._future
                if future is None:
                    mine = self._future = Future()
                    break
            made, value = future.result()
            if made:
                return value
        try:
            value = self._factory()
        except BaseException:
            with self._lock:
                self._future = None
            mine.set_result((False, None))
            raise
        mine.set_result((True, value))
        return value
