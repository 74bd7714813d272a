# passes: a change makes a new dict and swaps it in as its last step, so the snapshot needs no lock

import threading


class Tally:
    def __init__(self):
        self._counts = {}
        self._changing = threading.Lock()

    def add(self, word):
        with self._changing:
            self._counts = {**self._counts, word: self._counts.get(word, 0) + 1}

    def move(self, source, target):
        with self._changing:
            counts = dict(self._counts)
            if counts.get(source, 0) < 1:
                raise KeyError(source)
            counts[source] -= 1
            counts[target] = counts.get(target, 0) + 1
            self._counts = counts

    def snapshot(self):
        return self._counts.copy()
