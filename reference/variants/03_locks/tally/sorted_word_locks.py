# passes: a lock for each word, taken in alphabetical order; the snapshot takes them all

import threading
from contextlib import ExitStack


class Tally:
    def __init__(self):
        self._cells = {}

    def _cell(self, word):
        return self._cells.setdefault(word, Cell())

    def add(self, word):
        cell = self._cell(word)
        with cell.lock:
            cell.count += 1

    def move(self, source, target):
        with ExitStack() as held:
            for word in sorted({source, target}):
                held.enter_context(self._cell(word).lock)
            if self._cell(source).count == 0:
                raise KeyError(source)
            self._cell(source).count -= 1
            self._cell(target).count += 1

    def snapshot(self):
        while True:
            cells = dict(self._cells)
            with ExitStack() as held:
                for word in sorted(cells):
                    held.enter_context(cells[word].lock)
                if len(cells) == len(self._cells):
                    return {word: cell.count for word, cell in cells.items()}


class Cell:
    def __init__(self):
        self.lock = threading.Lock()
        self.count = 0
