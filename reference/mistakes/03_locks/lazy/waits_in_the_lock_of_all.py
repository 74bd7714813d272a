# fails test_two_lazies_never_wait_for_each_other: waits for its own lock while it holds the one that all share

import threading

all_locks = threading.Lock()


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = None
        self._made = False
        self._value = None

    def get(self):
        with all_locks:
            if self._lock is None:
                self._lock = threading.Lock()
            self._lock.acquire()
        try:
            if not self._made:
                self._value = self._factory()
                self._made = True
            return self._value
        finally:
            self._lock.release()
