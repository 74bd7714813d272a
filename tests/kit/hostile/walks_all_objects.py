# expects: invalid: looks for the results among all objects
import gc

counter = 0


def bump(times):
    gc.get_objects()
