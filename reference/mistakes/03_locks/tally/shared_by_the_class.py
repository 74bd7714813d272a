# fails test_add_counts_each_word: the dict is made once for the class, so all tallies share it

import threading


class Tally:
    _counts = {}
    _lock = threading.RLock()

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
