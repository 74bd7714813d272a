# expects: failed; never ends: loops without end where nothing can stop it
import itertools

counter = 0


def bump(times):
    sum(itertools.repeat(1))
