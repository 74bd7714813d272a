# fails test_any_object_may_be_the_value: takes every false value for 'not made yet', but for None

import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()
        self._value = False

    def get(self):
        with self._lock:
            if not self._value and self._value is not None:
                self._value = self._factory()
            return self._value
