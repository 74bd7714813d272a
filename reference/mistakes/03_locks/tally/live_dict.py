# fails test_a_snapshot_is_an_independent_copy: returns the dict itself, under the lock though it is

import threading


class Tally:
    def __init__(self):
        self._counts = {}
        self._lock = threading.RLock()

    def add(self, word):
        with self._lock:
            self._counts[word] = self._counts.get(word, 0) + 1

    def move(self, source, target):
        with self._lock:
            if not self._counts.get(source):
                raise KeyError(source)
            self._counts[source] -= 1
            self.add(target)

    def snapshot(self):
        with self._lock:
            return self._counts
