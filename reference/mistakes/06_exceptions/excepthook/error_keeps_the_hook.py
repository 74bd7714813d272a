# fails test_an_error_in_the_block_goes_on_and_the_hook_is_put_back: only a block without an error puts the hook back
import threading


class CrashLog:
    def __init__(self):
        self.crashes = []

    def __enter__(self):
        self.former = threading.excepthook
        threading.excepthook = self.note
        return self

    def __exit__(self, kind, error, traceback):
        if kind is None:
            threading.excepthook = self.former

    def note(self, args):
        self.crashes.append((args.thread.name, args.exc_value))
