# expects: invalid: looks for a class that leads to everything
counter = 0


def bump(times):
    ().__class__.__base__.__subclasses__()
