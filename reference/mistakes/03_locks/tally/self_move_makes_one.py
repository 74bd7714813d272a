# fails test_a_move_to_the_same_word_changes_nothing: writes two results of one old count

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
            less = self._counts.get(source, 0) - 1
            more = self._counts.get(target, 0) + 1
            if less < 0:
                raise KeyError(source)
            self._counts[source] = less
            self._counts[target] = more

    def snapshot(self):
        with self._lock:
            return dict(self._counts)
