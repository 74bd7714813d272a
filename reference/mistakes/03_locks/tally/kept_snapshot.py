# fails test_a_snapshot_is_an_independent_copy: gives the same copy to all who ask until a count changes

import threading


class Tally:
    def __init__(self):
        self._counts = {}
        self._copy = None
        self._lock = threading.RLock()

    def add(self, word):
        with self._lock:
            self._copy = None
            self._counts[word] = self._counts.get(word, 0) + 1

    def move(self, source, target):
        with self._lock:
            if not self._counts.get(source):
                raise KeyError(source)
            self._counts[source] -= 1
            self.add(target)

    def snapshot(self):
        with self._lock:
            if self._copy is None:
                self._copy = dict(self._counts)
            return self._copy
