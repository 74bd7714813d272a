# fails test_two_lazies_never_wait_for_each_other: the value belongs to the class, so every Lazy gives the first one made

import threading


class Lazy:
    _values = []

    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()

    def get(self):
        with self._lock:
            if not self._values:
                self._values.append(self._factory())
            return self._values[0]
