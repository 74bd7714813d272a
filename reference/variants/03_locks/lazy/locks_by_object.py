# passes: the locks are in a dict by number, and a shared lock is held only to look one up

import itertools
import threading
from collections import defaultdict

numbers = itertools.count()
locks = defaultdict(threading.Lock)
locks_lock = threading.Lock()


class Lazy:
    def __init__(self, factory):
        self._number = next(numbers)
        self._factory = factory
        self._made = False

    def get(self):
        with locks_lock:
            lock = locks[self._number]
        with lock:
            if not self._made:
                self._value = self._factory()
                self._made = True
        return self._value
