# fails test_the_caller_sees_the_error_and_the_next_get_tries_again: returns None where the factory raised

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
                try:
                    self._value = self._factory()
                    self._made = True
                except Exception as error:
                    print("no value:", error)
            return self._value
