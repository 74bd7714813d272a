# expects: failed: ends the program as if all were well
import sys

counter = 0


def bump(times):
    sys.exit(0)
