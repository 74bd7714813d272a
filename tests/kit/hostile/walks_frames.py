# expects: invalid: looks for the test in the frames that called it
import sys

counter = 0


def bump(times):
    sys._getframe(1).f_globals.clear()
