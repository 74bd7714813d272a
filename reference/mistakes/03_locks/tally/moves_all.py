# fails test_move_takes_one_and_gives_one: moves the whole count and not one

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
            self._counts[target] = self._counts.get(target, 0) + self._counts.pop(source)

    def snapshot(self):
        with self._lock:
            return dict(self._counts)
