# expects: failed: looks for the frames that called it
import sys

counter = 0


def bump(times):
    getattr(sys, "_get" + "frame")(1)
