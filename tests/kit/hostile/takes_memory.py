# expects: failed; only where confined: takes all memory
counter = 0


def bump(times):
    taken = []
    while True:
        taken.append(bytearray(50_000_000))
