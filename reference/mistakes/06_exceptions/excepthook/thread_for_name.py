# fails test_a_crash_is_noted_as_thread_name_and_exception: the thread in place of its name
import threading


class CrashLog:
    def __init__(self):
        self.crashes = []

    def __enter__(self):
        self.former = threading.excepthook
        threading.excepthook = self.note
        return self

    def __exit__(self, *error):
        threading.excepthook = self.former

    def note(self, args):
        self.crashes.append((args.thread, args.exc_value))
