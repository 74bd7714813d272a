# expects: failed: the counter is too deep to be compared
counter = 0


def bump(times):
    global counter
    nested = []
    for _ in range(100_000):
        nested = [nested]
    counter = nested
