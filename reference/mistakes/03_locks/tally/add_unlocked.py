# fails test_an_add_during_a_move_counts: only move and snapshot ask for the lock

import threading


class Tally:
    def __init__(self):
        self._counts = {}
        self._lock = threading.Lock()

    def add(self, word):
        self._counts[word] = self._counts.get(word, 0) + 1

    def move(self, source, target):
        with self._lock:
            if not self._counts.get(source):
                raise KeyError(source)
            self._counts[source] -= 1
            self.add(target)

    def snapshot(self):
        with self._lock:
            return dict(self._counts)
