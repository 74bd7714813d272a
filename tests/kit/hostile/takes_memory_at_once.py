# expects: failed; only where confined: takes all memory at once
counter = 0


def bump(times):
    [0] * 10**11
