# fails test_two_threads_get_the_value_of_one_call: the lock is made on first use too, which is the same race again

import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = None
        self._made = False
        self._value = None

    def get(self):
        if self._lock is None:
            self._lock = threading.Lock()
        with self._lock:
            if not self._made:
                self._value = self._factory()
                self._made = True
            return self._value
