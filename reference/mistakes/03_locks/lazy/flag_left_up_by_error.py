# fails test_the_caller_sees_the_error_and_the_next_get_tries_again: the flag stays up after an error, so the next get returns None

import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()
        self._made = False
        self._value = None

    def get(self):
        with self._lock:
            if not self._made:
                self._made = True
                self._value = self._factory()
            return self._value
