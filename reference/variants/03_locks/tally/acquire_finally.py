# passes: acquire, try and finally by hand; the KeyError is the dict's own, as words at 0 are deleted

import threading
from collections import defaultdict


class Tally:
    def __init__(self):
        self._counts = defaultdict(int)
        self._permit = threading.Semaphore(1)

    def add(self, word):
        self._permit.acquire()
        try:
            self._counts[word] += 1
        finally:
            self._permit.release()

    def move(self, source, target):
        self._permit.acquire()
        try:
            left = self._counts.pop(source) - 1
            if left:
                self._counts[source] = left
            self._counts[target] += 1
        finally:
            self._permit.release()

    def snapshot(self):
        self._permit.acquire()
        try:
            return {word: self._counts[word] for word in self._counts}
        finally:
            self._permit.release()
