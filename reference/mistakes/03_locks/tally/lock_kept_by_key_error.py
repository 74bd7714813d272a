# fails test_no_lock_is_kept_after_a_key_error: raises between acquire and release

import threading


class Tally:
    def __init__(self):
        self._counts = {}
        self._lock = threading.RLock()

    def add(self, word):
        with self._lock:
            self._counts[word] = self._counts.get(word, 0) + 1

    def move(self, source, target):
        self._lock.acquire()
        if not self._counts.get(source):
            raise KeyError(source)
        self._counts[source] -= 1
        self.add(target)
        self._lock.release()

    def snapshot(self):
        with self._lock:
            return dict(self._counts)
