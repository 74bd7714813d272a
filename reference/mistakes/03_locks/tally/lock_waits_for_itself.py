# fails test_move_takes_one_and_gives_one: move holds the Lock and calls add, which wants it too

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
