# fails test_any_object_may_be_the_value: compares with a mark by ==, and a value may say that it equals everything

import threading

NOT_MADE = object()


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()
        self._value = NOT_MADE

    def get(self):
        with self._lock:
            if self._value == NOT_MADE:
                self._value = self._factory()
            return self._value
