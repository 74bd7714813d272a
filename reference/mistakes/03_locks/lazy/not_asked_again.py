# fails test_two_threads_get_the_value_of_one_call: asks before the lock, and not again when it has the lock

import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()
        self._made = False
        self._value = None

    def get(self):
        if not self._made:
            with self._lock:
                self._value = self._factory()
                self._made = True
        return self._value
