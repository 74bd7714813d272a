# passes: a dataclass with an ExitStack, on which setattr puts the former hook back
import threading
from contextlib import ExitStack
from dataclasses import dataclass, field


@dataclass(eq=False)
class CrashLog:
    crashes: list = field(default_factory=list)
    stack: ExitStack = field(default_factory=ExitStack)

    def __enter__(self):
        self.stack.callback(setattr, threading, "excepthook", threading.excepthook)
        threading.excepthook = lambda args: self.crashes.append((args.thread.name, args.exc_value))
        return self

    def __exit__(self, *error):
        self.stack.close()
