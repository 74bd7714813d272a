# expects: failed: finds os in a module that uses it
import contextlib

counter = 0


def bump(times):
    contextlib.os.abort()
