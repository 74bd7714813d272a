# fails test_the_caller_sees_the_error_and_the_next_get_tries_again: calls the factory again by itself, so nobody sees the error

import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()
        self._made = False
        self._value = None

    def get(self):
        with self._lock:
            while not self._made:
                try:
                    self._value = self._factory()
                    self._made = True
                except Exception:
                    pass
            return self._value
