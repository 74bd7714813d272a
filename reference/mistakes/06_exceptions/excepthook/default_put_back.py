# fails test_the_hook_that_stood_before_is_put_back: puts the default hook in place of the former one
import threading


class CrashLog:
    def __init__(self):
        self.crashes = []

    def __enter__(self):
        threading.excepthook = self.note
        return self

    def __exit__(self, *error):
        threading.excepthook = threading.__excepthook__

    def note(self, args):
        self.crashes.append((args.thread.name, args.exc_value))
