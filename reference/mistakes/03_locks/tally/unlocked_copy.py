# fails test_no_move_is_half_done_in_a_snapshot: copies in one step, but at any moment of a move

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
        return dict(self._counts)
