# fails test_no_move_is_half_done_in_a_snapshot: locks for each word, not for the whole copy

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
        copy = {}
        for word in list(self._counts):
            with self._lock:
                copy[word] = self._counts[word]
        return copy
