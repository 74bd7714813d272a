# expects: invalid: puts something else in the place of len
import builtins

counter = 0


def bump(times):
    builtins.len = lambda *_: 4
