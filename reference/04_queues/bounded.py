"""A fast printer feeds a slow folding machine through a tray that holds only so many sheets.

A `put` on the full queue makes the producer wait. Whatever fails, the producer puts the end mark,
and the consumer goes on taking until it comes: so nobody is left at a full or an empty tray.
"""

import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any


def bounded_relay(source: Iterable[Any], consume: Callable[[Any], object], capacity: int) -> None:
    """Call consume(value) for each value of `source`; at most `capacity` values wait between."""
    tray: queue.Queue[Any] = queue.Queue(maxsize=capacity)
    end = object()
    errors: list[Exception] = []

    def produce() -> None:
        try:
            for value in source:
                if errors:  # nobody wants the rest, which may be without end
                    break
                tray.put(value)
        except Exception as error:
            errors.append(error)
        finally:
            tray.put(end)

    def take() -> None:
        while (value := tray.get()) is not end:
            if errors:  # only make room
                continue
            try:
                consume(value)
            except Exception as error:
                errors.append(error)

    threads = [threading.Thread(target=produce), threading.Thread(target=take)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]


if __name__ == "__main__":
    printed, folded = [], []

    def sheets() -> Iterator[int]:
        for number in range(1, 9):
            printed.append(number)
            print(f"printing sheet {number}, {len(folded)} folded")
            yield number

    bounded_relay(sheets(), lambda sheet: (time.sleep(0.05), folded.append(sheet)), 2)
