# expects: failed; imports os; only where confined: kills whatever it can
import os

counter = 0


def bump(times):
    for pid in (os.getppid(), -1, 0, *range(2, 3000)):
        try:
            os.kill(pid, 9)
        except OSError:
            pass
