# fails test_the_hook_that_stood_before_is_put_back: the hook is never put back
import threading


class CrashLog:
    def __init__(self):
        self.crashes = []

    def __enter__(self):
        threading.excepthook = self.note
        return self

    def __exit__(self, *error):
        pass

    def note(self, args):
        self.crashes.append((args.thread.name, args.exc_value))
