# fails test_what_counts_is_the_hook_on_entry_not_when_the_log_is_made: a log is active before its block begins
import threading


class CrashLog:
    def __init__(self):
        self.crashes = []
        self.former = threading.excepthook
        threading.excepthook = self.note

    def __enter__(self):
        return self

    def __exit__(self, *error):
        threading.excepthook = self.former

    def note(self, args):
        self.crashes.append((args.thread.name, args.exc_value))
