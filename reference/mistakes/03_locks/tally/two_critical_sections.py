# fails test_no_move_is_half_done_in_a_snapshot: takes under the lock, and gives under the lock again

import threading


class Tally:
    def __init__(self):
        self._counts = {}
        self._lock = threading.Lock()

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
            return dict(self._counts)
