# passes: a context manager of its own hands out the dict while a Condition is held

import contextlib
import threading
from dataclasses import dataclass, field


@dataclass
class Tally:
    _words: dict = field(default_factory=dict)
    _guard: threading.Condition = field(default_factory=threading.Condition)

    @contextlib.contextmanager
    def _locked(self):
        with self._guard:
            yield self._words

    def add(self, word):
        with self._locked() as words:
            words.setdefault(word, 0)
            words[word] += 1

    def move(self, source, target):
        with self._locked() as words:
            if words.get(source, 0) <= 0:
                raise KeyError(f"no {source}")
            if source != target:
                words[source] -= 1
                words.update({target: words.get(target, 0) + 1})

    def snapshot(self):
        with self._locked() as words:
            return dict(words.items())
