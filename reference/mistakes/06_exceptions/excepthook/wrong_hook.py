# fails test_a_crash_is_noted_as_thread_name_and_exception: sys.excepthook is for the main thread alone
import sys
import threading


class CrashLog:
    def __init__(self):
        self.crashes = []

    def __enter__(self):
        self.former = sys.excepthook
        sys.excepthook = self.note
        return self

    def __exit__(self, *error):
        sys.excepthook = self.former

    def note(self, kind, value, traceback):
        self.crashes.append((threading.current_thread().name, value))
