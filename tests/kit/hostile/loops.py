# expects: failed: loops without end
counter = 0


def bump(times):
    while True:
        pass
