# fails test_the_hook_that_stood_before_is_put_back: its hook stays there, and does nothing
import threading


class CrashLog:
    def __init__(self):
        self.crashes = []
        self.active = False

    def __enter__(self):
        self.active = True
        threading.excepthook = self.note
        return self

    def __exit__(self, *error):
        self.active = False

    def note(self, args):
        if self.active:
            self.crashes.append((args.thread.name, args.exc_value))
