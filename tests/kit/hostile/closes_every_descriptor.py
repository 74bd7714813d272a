# expects: failed; imports os: closes what the report goes through
import os

counter = 0


def bump(times):
    os.closerange(0, 256)
