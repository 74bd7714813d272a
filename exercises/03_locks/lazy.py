"""A program connects to its printer only when somebody prints, and three threads print at once.

The value is made on first use: whoever comes first makes it, the others wait and share it.
Goal: one printer, however many threads ask at the same moment.

Done when factory() is called once, None counts as a value, and after an error the next get()
tries again, also if it waited meanwhile. Different Lazy objects never wait for each other.
"""

import threading
import time
from collections.abc import Callable
from typing import Any


class Lazy:
    """A value that is made by `factory()` when it is first asked for."""

    def __init__(self, factory: Callable[[], Any]) -> None:
        self._factory = factory
        self._value = None
        # TODO: make a lock for this object.

    def get(self) -> Any:
        """Return the value; make it if nobody has yet."""
        # TODO: one thread at a time asks "is it there?" and makes it if not.
        if self._value is None:  # TODO: None may be the value. What else says "not made yet"?
            self._value = self._factory()
        return self._value


if __name__ == "__main__":
    connections: list[str] = []

    def connect() -> str:
        """Stand in for something slow that must happen once."""
        time.sleep(0.1)
        connections.append("printer")
        return "printer"

    printer = Lazy(connect)
    threads = [threading.Thread(target=printer.get) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"Three threads asked for the printer; it was connected {len(connections)} times.")
    if len(connections) != 1:
        print("Still missing: a lock around the question and the making.")
