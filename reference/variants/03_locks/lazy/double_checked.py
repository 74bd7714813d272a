# passes: a look without the lock first; the value is in its place before the mark is gone

import threading

NOT_MADE = object()


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.RLock()
        self._value = NOT_MADE

    def get(self):
        if self._value is NOT_MADE:
            with self._lock:
                if self._value is NOT_MADE:
                    self._value = self._factory()
        return self._value
