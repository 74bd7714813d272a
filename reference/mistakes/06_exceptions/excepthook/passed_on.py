# fails test_the_innermost_log_alone_notes_a_crash: calls the former hook too, which may be the outer log
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

    def note(self, args):
        self.crashes.append((args.thread.name, args.exc_value))
        self.former(args)
