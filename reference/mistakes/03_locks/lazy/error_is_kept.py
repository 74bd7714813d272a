# fails test_the_caller_sees_the_error_and_the_next_get_tries_again: raises the first error for ever

import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()
        self._made = False
        self._value = None
        self._error = None

    def get(self):
        with self._lock:
            if not self._made:
                self._made = True
                try:
                    self._value = self._factory()
                except Exception as error:
                    self._error = error
            if self._error is not None:
                raise self._error
            return self._value
