# expects: failed; imports os; only where confined: leaves files wherever it can
import os

counter = 0


def bump(times):
    for place in (
        "..",
        os.path.expanduser("~/.."),
        "/tmp",
        "/var/tmp",
        "/dev/shm",
        "/root",
        "/home",
    ):
        for name in ("escaped", "../escaped"):
            try:
                open(os.path.join(place, name), "w").close()
            except OSError:
                pass
