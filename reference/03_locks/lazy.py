"""A program connects to its printer when somebody prints for the first time, and only once.

The lock is held while the value is made, so that all who come meanwhile wait for it. A flag, set
last, says that it is there: any value can be the right one. After an error the flag is still down.
"""

import threading
import time
from collections.abc import Callable
from typing import Any


class Lazy:
    """A value that is made by `factory()` when it is first asked for."""

    def __init__(self, factory: Callable[[], Any]) -> None:
        self._factory = factory
        self._lock = threading.Lock()
        self._made = False
        self._value: Any = None

    def get(self) -> Any:
        """Return the value; make it if nobody has yet."""
        with self._lock:
            if not self._made:
                self._value = self._factory()
                self._made = True
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
