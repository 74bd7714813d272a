# passes: a Counter under a reentrant lock; move is built from the public methods

import threading
from collections import Counter


class Tally:
    def __init__(self):
        self._counts = Counter()
        self._lock = threading.RLock()

    def add(self, word):
        with self._lock:
            self._counts[word] += 1

    def move(self, source, target):
        with self._lock:
            if self._counts[source] == 0:
                raise KeyError(source)
            self._counts[source] -= 1
            self.add(target)

    def snapshot(self):
        with self._lock:
            return self._counts.copy()
