# fails test_an_error_in_the_block_goes_on_and_the_hook_is_put_back: __exit__ returns True
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
        return True

    def note(self, args):
        self.crashes.append((args.thread.name, args.exc_value))
