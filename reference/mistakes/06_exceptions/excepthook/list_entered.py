# fails test_enter_gives_the_log_itself_and_nothing_is_noted_where_nothing_escapes: __enter__ gives the list of crashes
import threading


class CrashLog:
    def __init__(self):
        self.crashes = []

    def __enter__(self):
        self.former = threading.excepthook
        threading.excepthook = self.note
        return self.crashes

    def __exit__(self, *error):
        threading.excepthook = self.former

    def note(self, args):
        self.crashes.append((args.thread.name, args.exc_value))
