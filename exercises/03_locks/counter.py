"""Two turnstiles count visitors into one shared number, and some visitors get lost.

Adding 1 reads the number, adds, and writes it back: two threads that read the same number
write the same number. Goal: no thread may come between another's read and its write.

Done when no increment is lost, however many threads call `bump` and however they interleave.
"""

import threading
import time

counter = 0
# TODO: make one lock here, for all threads and all calls of bump.


def bump(times: int) -> None:
    """Add 1 to the global `counter`, `times` times."""
    global counter
    for _ in range(times):
        # TODO: let one thread at a time do these three lines.
        seen = counter
        time.sleep(0)  # another thread may go first at any moment; this makes it likely
        counter = seen + 1


if __name__ == "__main__":
    turnstiles = [threading.Thread(target=bump, args=(1000,)) for _ in range(2)]
    for turnstile in turnstiles:
        turnstile.start()
    for turnstile in turnstiles:
        turnstile.join()
    print(f"Two turnstiles let in 1000 visitors each; the counter says {counter}.")
    if counter != 2000:
        print("Still missing: a lock around reading and writing the counter.")
