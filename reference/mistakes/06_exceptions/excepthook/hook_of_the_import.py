# fails test_the_hook_that_stood_before_is_put_back: puts back the hook that stood when the file was imported
import threading

former = threading.excepthook


class CrashLog:
    def __init__(self):
        self.crashes = []

    def __enter__(self):
        threading.excepthook = self.note
        return self

    def __exit__(self, *error):
        threading.excepthook = former

    def note(self, args):
        self.crashes.append((args.thread.name, args.exc_value))
