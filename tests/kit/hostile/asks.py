# expects: failed: waits for somebody to type
counter = 0


def bump(times):
    input()
