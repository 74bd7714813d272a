# expects: failed: takes the output away
import sys

counter = 0


def bump(times):
    sys.stdout.close()
    sys.stderr.close()
