# expects: failed: prints without end
counter = 0


def bump(times):
    while True:
        print("x" * 100_000)
