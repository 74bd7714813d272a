# fails test_the_last_one_is_moved_once: asks whether there is one before it has the lock

import threading


class Tally:
    def __init__(self):
        self._counts = {}
        self._lock = threading.RLock()

    def add(self, word):
        with self._lock:
            self._counts[word] = self._counts.get(word, 0) + 1

    def move(self, source, target):
        if not self._counts.get(source):
            raise KeyError(source)
        with self._lock:
            self._counts[source] -= 1
            self.add(target)

    def snapshot(self):
        with self._lock:
            return dict(self._counts)
