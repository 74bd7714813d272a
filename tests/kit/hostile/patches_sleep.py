# expects: failed: puts something else in the place of time.sleep
import time

counter = 0


def bump(times):
    time.sleep = lambda seconds: None
