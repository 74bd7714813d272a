# expects: failed: puts something else in the place of Thread.start
import threading

counter = 0


def bump(times):
    threading.Thread.start = lambda self: None
    threading.Thread.join = lambda self, timeout=None: None
