"""`args` keeps the item as it is now; a lambda would look the loop variable up later."""

import threading
import time
from collections.abc import Callable, Iterable
from typing import Any


def start_each(function: Callable[[Any], object], items: Iterable[Any]) -> list[threading.Thread]:
    """Start one thread per item that calls `function(item)`; return the threads in item order."""
    threads: list[threading.Thread] = []
    for item in items:
        thread = threading.Thread(target=function, args=(item,))
        thread.start()
        threads.append(thread)
    return threads


def deliver(town: str) -> None:
    """Stand in for slow work."""
    time.sleep(0.5)
    print("delivered to", town)


if __name__ == "__main__":
    drivers = start_each(deliver, ["Oslo", "Lima", "Pune"])
    print(len(drivers), "of 3 drivers are under way")
