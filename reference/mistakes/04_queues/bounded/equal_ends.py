# fails test_any_value_is_consumed: asks whether a value equals the end mark, and some values equal everything

import queue
import threading
from collections.abc import Callable, Iterable
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
        while (value := tray.get()) != end:
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
