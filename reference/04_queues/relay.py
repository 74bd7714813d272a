"""A producer thread hands values to a consumer thread through a queue.

The end is announced by an object that nobody else has (`is`, never `==`), put on the queue in a
`finally`: so the consumer ends after the last value, and also when the source has failed.
"""

import queue
import threading
import time
from collections.abc import Iterable, Iterator
from typing import Any


def relay(values: Iterable[Any]) -> list[Any]:
    """Return the list of `values`, carried through a queue; raise what iterating them raises."""
    channel: queue.Queue[Any] = queue.Queue()
    end = object()
    received: list[Any] = []
    errors: list[Exception] = []

    def produce() -> None:
        try:
            for value in values:
                channel.put(value)
        except Exception as error:
            errors.append(error)
        finally:
            channel.put(end)

    def consume() -> None:
        while (value := channel.get()) is not end:
            received.append(value)

    threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return received


if __name__ == "__main__":

    def slowly(values: Iterable[Any]) -> Iterator[Any]:
        for value in values:
            time.sleep(0.05)
            yield value

    sent = ["a", None, "c"]
    print("sent    ", sent)
    print("received", relay(slowly(sent)))
