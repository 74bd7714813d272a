# fails test_what_counts_is_the_hook_on_entry_not_when_the_log_is_made: the inner log overwrites what the outer one remembers
import threading


class CrashLog:
    former = None

    def __init__(self):
        self.crashes = []

    def __enter__(self):
        CrashLog.former = threading.excepthook
        threading.excepthook = self.note
        return self

    def __exit__(self, *error):
        threading.excepthook = CrashLog.former

    def note(self, args):
        self.crashes.append((args.thread.name, args.exc_value))
