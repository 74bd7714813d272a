"""A kitchen takes orders all day; its cooks stay, and each takes the next order as it comes.

An order that goes wrong must cost nobody their job: the error is noted, and the cook goes on.
Goal: wait() comes back when every order was handled, good or bad. close() does so too, and then
sends the cooks home: no order may slip in behind it and be forgotten.

Done when 4 orders were handled, 1 error was noted, and the program comes to its end.
"""

import queue
import threading
import time
from collections.abc import Callable
from typing import Any


class Dispatcher:
    """Calls `handle(item)` for each submitted item, in one of `workers` threads."""

    def __init__(self, handle: Callable[[Any], object], workers: int) -> None:
        self.errors: list[Exception] = []
        self._handle = handle
        self._orders: queue.Queue[Any] = queue.Queue()
        for _ in range(workers):
            threading.Thread(target=self._work, daemon=True).start()

    def submit(self, item: Any) -> None:
        self._orders.put(item)  # TODO: RuntimeError after close(), even if it is just closing.

    def wait(self) -> None:
        while not self._orders.empty():  # TODO: block until every item was handled.
            time.sleep(0.01)

    def close(self) -> None:
        self.wait()  # TODO: end the workers, and wait for them. Calling it twice is fine.

    def _work(self) -> None:
        while True:
            self._handle(self._orders.get())


if __name__ == "__main__":
    handled: list[float] = []
    kitchen = Dispatcher(lambda portions: handled.append(12 / portions), 2)
    for portions in (4, 0, 3, 2, 1):
        kitchen.submit(portions)
    kitchen.close()
    print(f"{len(handled)} of 4 good orders handled, {len(kitchen.errors)} of 1 error noted")
