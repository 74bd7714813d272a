# passes: a list of what happened, each move one entry; the snapshot adds up a copy of the list

import threading


class Tally:
    def __init__(self):
        self._journal = []
        self._lock = threading.Lock()

    def add(self, word):
        self._journal.append((None, word))

    def move(self, source, target):
        with self._lock:
            if self.snapshot().get(source, 0) == 0:
                raise KeyError(source)
            self._journal.append((source, target))

    def snapshot(self):
        counts = {}
        for source, target in list(self._journal):
            if source is not None:
                counts[source] -= 1
            counts[target] = counts.get(target, 0) + 1
        return counts
