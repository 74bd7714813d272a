# fails test_two_lazies_never_wait_for_each_other: one lock for all, held while the factory is at work

import threading


class Lazy:
    _lock = threading.RLock()

    def __init__(self, factory):
        self._factory = factory
        self._made = False
        self._value = None

    def get(self):
        with self._lock:
            if not self._made:
                self._value = self._factory()
                self._made = True
            return self._value
