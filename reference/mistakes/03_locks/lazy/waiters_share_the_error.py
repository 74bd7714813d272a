# fails test_one_that_waited_while_the_factory_failed_tries_again: one that waits for a future gets the error of another's call

import threading
from concurrent.futures import Future


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()
        self._future = None

    def get(self):
        with self._lock:
            future, first = self._future, self._future is None
            if first:
                future = self._future = Future()
        if first:
            try:
                future.set_result(self._factory())
            except Exception as error:
                self._future = None
                future.set_exception(error)
        return future.result()
