# fails test_a_move_from_a_word_that_has_none_is_a_key_error_and_changes_nothing: does nothing where it must raise

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
            if self._counts.get(source, 0) > 0:
                self._counts[source] -= 1
                self.add(target)

    def snapshot(self):
        with self._lock:
            return dict(self._counts)
