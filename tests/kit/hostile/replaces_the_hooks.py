# expects: failed: takes what escapes for itself
import sys
import threading

counter = 0


def bump(times):
    sys.excepthook = threading.excepthook = lambda *_: None
    raise ValueError
