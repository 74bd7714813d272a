# fails test_any_object_may_be_the_value: keeps errors as values, so a value that is an exception is raised

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
                    self._value = error
            if isinstance(self._value, Exception):
                raise self._value
            return self._value
