# fails test_two_threads_get_the_value_of_one_call: the flag is up before the value is there, and is read without the lock

import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()
        self._made = False
        self._value = None

    def get(self):
        if self._made:
            return self._value
        with self._lock:
            if not self._made:
                self._made = True
                try:
                    self._value = self._factory()
                except BaseException:
                    self._made = False
                    raise
            return self._value
