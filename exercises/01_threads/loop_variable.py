"""Each parcel gets a driver of its own, and all drivers set out without waiting for one another.

Goal: start_each(function, items) starts one thread per item. Each thread calls function(item)
with the item that it was made for, whatever the loop is doing by then. The threads come back as
a list, in the order of the items, while they are still at work.

Done when each of the three towns is printed once, and three drivers are under way before that.
"""

import threading
import time
from collections.abc import Callable, Iterable
from typing import Any


def start_each(function: Callable[[Any], object], items: Iterable[Any]) -> list[threading.Thread]:
    """Start one thread per item that calls `function(item)`; return the threads in item order."""
    threads: list[threading.Thread] = []
    for item in items:
        pass  # TODO: make a thread with its own item, start it and keep it in the list.
    return threads


def deliver(town: str) -> None:
    """Stand in for slow work."""
    time.sleep(0.5)
    print("delivered to", town)


if __name__ == "__main__":
    drivers = start_each(deliver, ["Oslo", "Lima", "Pune"])
    print(len(drivers), "of 3 drivers are under way")
