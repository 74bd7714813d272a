# fails test_what_counts_is_the_hook_on_entry_not_when_the_log_is_made: remembers the hook too early
import threading


class CrashLog:
    def __init__(self):
        self.crashes = []
        self.former = threading.excepthook

    def __enter__(self):
        threading.excepthook = self.note
        return self

    def __exit__(self, *error):
        threading.excepthook = self.former

    def note(self, args):
        self.crashes.append((args.thread.name, args.exc_value))
