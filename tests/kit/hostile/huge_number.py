# expects: failed: the counter takes long to be shown
counter = 0


def bump(times):
    global counter
    counter = 10**100_000
