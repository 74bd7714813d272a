# expects: invalid: waits for somebody at a debugger
counter = 0


def bump(times):
    breakpoint()
