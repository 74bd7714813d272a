# expects: failed; imports os, time; only where confined: leaves a process behind that holds every pipe
import os
import time

counter = 0


def bump(times):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(600)
        time.sleep(600)
