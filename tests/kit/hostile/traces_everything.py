# expects: failed: watches every line that is executed
import sys
import threading

counter = 0


def bump(times):
    sys.settrace(lambda *_: None)
    threading.settrace(lambda *_: None)
