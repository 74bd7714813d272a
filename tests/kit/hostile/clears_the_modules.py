# expects: failed: takes modules away from everybody else
import sys

counter = 0


def bump(times):
    sys.modules.clear()
