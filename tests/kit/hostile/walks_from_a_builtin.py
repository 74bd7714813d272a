# expects: invalid: takes all builtins from one of them
counter = 0


def bump(times):
    print.__self__.print = None
