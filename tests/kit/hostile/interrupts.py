# expects: failed: pretends that somebody interrupts
counter = 0


def bump(times):
    raise KeyboardInterrupt
