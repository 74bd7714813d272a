# fails test_an_error_in_the_block_goes_on_and_the_hook_is_put_back: the error of the block is noted like a crash
import threading


class CrashLog:
    def __init__(self):
        self.crashes = []

    def __enter__(self):
        self.former = threading.excepthook
        threading.excepthook = self.note
        return self

    def __exit__(self, kind, error, traceback):
        threading.excepthook = self.former
        if error is not None:
            self.crashes.append((threading.current_thread().name, error))

    def note(self, args):
        self.crashes.append((args.thread.name, args.exc_value))
