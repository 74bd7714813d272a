# expects: failed: the counter contains itself
counter = 0


def bump(times):
    global counter
    nested = []
    nested.append(nested)
    counter = nested
