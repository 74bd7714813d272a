"""A producer thread hands values to a consumer thread through a queue.

An empty queue does not mean the end: the next value may be on its way. And no ordinary value
can mean the end, since every value may occur, None included.
Goal: the consumer knows when the producer has finished, or has failed.

Done when every value arrives in order, a failing source is raised, and both threads have ended.
"""

import queue
import threading
import time
from collections.abc import Iterable, Iterator
from typing import Any


def relay(values: Iterable[Any]) -> list[Any]:
    """Return the list of `values`, carried through a queue; raise what iterating them raises."""
    channel: queue.Queue[Any] = queue.Queue()
    received: list[Any] = []

    def produce() -> None:
        for value in values:
            channel.put(value)
        # TODO: announce the end, also when the loop above raises (and keep what it raised).

    def consume() -> None:
        while not channel.empty():  # TODO: take values until the end is announced.
            received.append(channel.get())

    threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
    for thread in threads:
        thread.start()
    # TODO: wait for both, then raise the exception of the producer if there was one.
    return received


if __name__ == "__main__":

    def slowly(values: Iterable[Any]) -> Iterator[Any]:
        for value in values:
            time.sleep(0.05)
            yield value

    sent = ["a", None, "c"]
    print("sent    ", sent)
    print("received", relay(slowly(sent)), "(they must be the same)")
