"""A loop without end is fine in a daemon thread: it ends where the program does."""

import threading
import time
from collections.abc import Callable


def start_heartbeat(beat: Callable[[], object], interval: float) -> threading.Thread:
    """Start a thread that calls `beat()` now and every `interval` seconds; return it at once."""

    def live() -> None:
        while True:
            beat()
            time.sleep(interval)

    heart = threading.Thread(target=live, daemon=True)
    heart.start()
    return heart


if __name__ == "__main__":
    beats: list[float] = []
    heart = start_heartbeat(lambda: beats.append(time.monotonic()), 0.2)
    time.sleep(0.5)
    print("beats in half a second, 0.2 s apart:", len(beats), "(there should be 3)")
    print("does the heart let the program end?", heart.daemon)
