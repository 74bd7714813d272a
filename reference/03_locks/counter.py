"""Two turnstiles count visitors into one shared number, and none gets lost.

One lock for the whole module makes "read, add, write back" a critical section: while one thread
is between its read and its write, every other thread waits at the `with`.
"""

import threading

counter = 0
counter_lock = threading.Lock()


def bump(times: int) -> None:
    """Add 1 to the global `counter`, `times` times."""
    global counter
    for _ in range(times):
        with counter_lock:
            counter += 1


if __name__ == "__main__":
    turnstiles = [threading.Thread(target=bump, args=(1000,)) for _ in range(2)]
    for turnstile in turnstiles:
        turnstile.start()
    for turnstile in turnstiles:
        turnstile.join()
    print(f"Two turnstiles let in 1000 visitors each; the counter says {counter}.")
