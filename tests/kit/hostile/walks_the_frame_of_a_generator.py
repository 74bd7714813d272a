# expects: invalid: looks for the test in the frames of a generator
counter = 0


def bump(times):
    next(each.gi_frame for each in [(n for n in ())])
