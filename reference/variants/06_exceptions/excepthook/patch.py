# passes: mock.patch.object exchanges the hook and puts it back
import threading
from unittest import mock


class CrashLog:
    def __init__(self):
        self.crashes = []
        self.patch = mock.patch.object(threading, "excepthook", self.note)

    def note(self, args):
        self.crashes.append((args.thread.name, args.exc_value))

    def __enter__(self):
        self.patch.start()
        return self

    def __exit__(self, *error):
        self.patch.stop()
