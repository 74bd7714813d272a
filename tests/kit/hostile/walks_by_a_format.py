# expects: invalid: lets a format walk to where the results are
counter = 0


def bump(times):
    "{0.__globals__}".format(bump)
