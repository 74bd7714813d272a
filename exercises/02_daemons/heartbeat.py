"""A server shows that it lives: its heart beats, from its start for as long as it runs.

The heart has no end of its own, and must not be what keeps the program from ending.
Goal: start_heartbeat(beat, interval) starts a thread that calls beat() at once, and then again
and again, `interval` seconds apart, until the program is over.

Done when three beats are counted below, and the heart lets the program end.
"""

import threading
import time
from collections.abc import Callable


def start_heartbeat(beat: Callable[[], object], interval: float) -> threading.Thread:
    """Start a thread that calls `beat()` now and every `interval` seconds; return it at once."""

    def live() -> None:
        # TODO: beat at once, and go on and on.
        time.sleep(interval)
        beat()

    heart = threading.Thread(target=live)  # TODO: say that the program need not wait for it.
    heart.start()
    return heart


if __name__ == "__main__":
    beats: list[float] = []
    heart = start_heartbeat(lambda: beats.append(time.monotonic()), 0.2)
    time.sleep(0.5)
    print("beats in half a second, 0.2 s apart:", len(beats), "(there should be 3)")
    print("does the heart let the program end?", heart.daemon)
