"""A fast printer feeds a slow folding machine, and sheets pile up between the two.

Put a tray for `capacity` sheets between them. Goal: the printer waits while the tray is full, and
neither of the two waits for ever when the other one has failed.

Done when no more than `capacity` sheets ever wait, not counting the one in each side's hand, and an
exception of `source` or of `consume` ends both threads and is raised.
"""

import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any


def bounded_relay(source: Iterable[Any], consume: Callable[[Any], object], capacity: int) -> None:
    """Call consume(value) for each value of `source`; at most `capacity` values wait between."""
    tray: queue.Queue[Any] = queue.Queue()  # TODO: let `put` wait while the tray is full.
    end = object()

    def produce() -> None:
        for (
            value
        ) in source:  # TODO: if this raises, keep the exception and put the end all the same.
            tray.put(value)
        tray.put(end)

    def take() -> None:
        while (value := tray.get()) is not end:
            consume(value)  # TODO: if this raises, who makes room for a producer that waits?

    threads = [threading.Thread(target=produce), threading.Thread(target=take)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    printed, folded = [], []

    def sheets() -> Iterator[int]:
        for number in range(1, 9):
            printed.append(number)
            print(f"printing sheet {number}, {len(folded)} folded")
            yield number

    bounded_relay(sheets(), lambda sheet: (time.sleep(0.05), folded.append(sheet)), 2)
    print("With a tray for 2, sheet 8 is printed when 4 are folded, and not before.")
