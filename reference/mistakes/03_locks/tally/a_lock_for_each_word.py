# fails test_opposite_moves_all_go_through: takes the locks of two words in the order of the arguments

import threading
from collections import defaultdict


class Tally:
    def __init__(self):
        self._counts = {}
        self._guard = threading.Lock()
        self._locks = defaultdict(threading.RLock)

    def _lock(self, word):
        with self._guard:
            return self._locks[word]

    def add(self, word):
        with self._lock(word):
            self._counts[word] = self._counts.get(word, 0) + 1

    def move(self, source, target):
        with self._lock(source), self._lock(target):
            if not self._counts.get(source):
                raise KeyError(source)
            self._counts[source] -= 1
            self.add(target)

    def snapshot(self):
        with self._guard:
            return dict(self._counts)
