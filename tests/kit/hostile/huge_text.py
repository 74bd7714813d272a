# expects: failed: the counter is too long to be shown
counter = 0


def bump(times):
    global counter
    counter = "x" * 100_000_000
