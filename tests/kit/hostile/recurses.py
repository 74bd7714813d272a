# expects: failed; never ends: calls itself without end
import sys

counter = 0


def bump(times):
    sys.setrecursionlimit(10**9)
    bump(times)
