# passes: named tuples in a private list under a lock, of which `crashes` gives a copy
import threading
from typing import NamedTuple


class Crash(NamedTuple):
    thread: str
    error: BaseException


class CrashLog:
    def __init__(self):
        self._lock = threading.Lock()
        self._crashes = []

    @property
    def crashes(self):
        with self._lock:
            return list(self._crashes)

    def __call__(self, args):
        with self._lock:
            self._crashes.append(Crash(args.thread.name, args.exc_value))

    def __enter__(self):
        self._former = threading.excepthook
        threading.excepthook = self
        return self

    def __exit__(self, *error):
        threading.excepthook = self._former
