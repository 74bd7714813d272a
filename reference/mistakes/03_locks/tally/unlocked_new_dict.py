# fails test_no_add_is_lost: swaps in a new dict that was made from an old one

import threading


class Tally:
    def __init__(self):
        self._counts = {}
        self._lock = threading.Lock()

    def add(self, word):
        counts = dict(self._counts)
        counts[word] = counts.get(word, 0) + 1
        with self._lock:
            self._counts = counts

    def move(self, source, target):
        counts = dict(self._counts)
        if not counts.get(source):
            raise KeyError(source)
        counts[source] -= 1
        counts[target] = counts.get(target, 0) + 1
        with self._lock:
            self._counts = counts

    def snapshot(self):
        with self._lock:
            return dict(self._counts)
