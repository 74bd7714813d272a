# expects: failed: is shown as control characters, and not at all
counter = 0


class Odd:
    name = "\x1b[2J\x1b]0;passed\x07"

    def __repr__(self):
        raise SystemExit(0)


def bump(times):
    raise ValueError(Odd(), "\x1b[2J")
