# expects: failed; imports os; never ends; only where confined: makes as many processes as it can
import os

counter = 0


def bump(times):
    while True:
        try:
            os.fork()
        except OSError:
            pass
