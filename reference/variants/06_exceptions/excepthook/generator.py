# passes: a generator with try and finally does the work of both methods
import threading
from contextlib import contextmanager


@contextmanager
def hooked(hook):
    former, threading.excepthook = threading.excepthook, hook
    try:
        yield
    finally:
        threading.excepthook = former


class CrashLog:
    def __init__(self):
        self.crashes = []

    def __enter__(self):
        self.hooked = hooked(self.note)
        self.hooked.__enter__()
        return self

    def __exit__(self, *error):
        return self.hooked.__exit__(*error)

    def note(self, args):
        exc_type, exc_value, exc_traceback, thread = args
        self.crashes.append((thread.name, exc_value))
