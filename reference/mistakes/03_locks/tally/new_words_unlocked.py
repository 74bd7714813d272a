# fails test_no_add_is_lost: sees outside the lock that a word is new, and sets it to 1 inside

import threading


class Tally:
    def __init__(self):
        self._counts = {}
        self._lock = threading.RLock()

    def add(self, word):
        if word in self._counts:
            with self._lock:
                self._counts[word] += 1
        else:
            with self._lock:
                self._counts[word] = 1

    def move(self, source, target):
        with self._lock:
            if not self._counts.get(source):
                raise KeyError(source)
            self._counts[source] -= 1
            self.add(target)

    def snapshot(self):
        with self._lock:
            return dict(self._counts)
