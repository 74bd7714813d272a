# expects: failed; imports os; only where confined: fills the disk
import os

counter = 0


def bump(times):
    number = 0
    while True:
        number += 1
        with open(f"flood-{number}", "wb") as file:
            file.write(bytes(10_000_000))
