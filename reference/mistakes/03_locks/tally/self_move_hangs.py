# fails test_a_move_to_the_same_word_changes_nothing: takes the lock of the word twice

import threading


class Tally:
    def __init__(self):
        self._counts = {}
        self._guard = threading.Lock()
        self._locks = {}

    def _lock(self, word):
        with self._guard:
            return self._locks.setdefault(word, threading.Lock())

    def add(self, word):
        with self._lock(word), self._guard:
            self._counts[word] = self._counts.get(word, 0) + 1

    def move(self, source, target):
        first, second = sorted([source, target])
        with self._lock(first), self._lock(second), self._guard:
            if not self._counts.get(source):
                raise KeyError(source)
            self._counts[source] -= 1
            self._counts[target] = self._counts.get(target, 0) + 1

    def snapshot(self):
        with self._guard:
            return dict(self._counts)
