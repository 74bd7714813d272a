"""A kitchen takes orders all day; its cooks stay, and each takes the next order as it comes.

`task_done` is called once for every `get`, whatever came of it and for the end marks too: then
`Queue.join` is all of `wait`. The lock makes looking at `_closed` and putting one step.
"""

import queue
import threading
from collections.abc import Callable
from typing import Any

END = object()


class Dispatcher:
    """Calls `handle(item)` for each submitted item, in one of `workers` threads."""

    def __init__(self, handle: Callable[[Any], object], workers: int) -> None:
        self.errors: list[Exception] = []
        self._handle = handle
        self._orders: queue.Queue[Any] = queue.Queue()
        self._closed = False
        self._lock = threading.Lock()
        self._threads = [threading.Thread(target=self._work) for _ in range(workers)]
        for thread in self._threads:
            thread.start()

    def submit(self, item: Any) -> None:
        """Have `handle(item)` called."""
        with self._lock:
            if self._closed:
                raise RuntimeError("submit() after close()")
            self._orders.put(item)

    def wait(self) -> None:
        """Block until every submitted item was handled."""
        self._orders.join()

    def close(self) -> None:
        """Block until every submitted item was handled and the workers have ended."""
        with self._lock:
            if not self._closed:
                self._closed = True
                for _ in self._threads:
                    self._orders.put(END)
        for thread in self._threads:
            thread.join()

    def _work(self) -> None:
        item = None
        while item is not END:
            item = self._orders.get()
            try:
                if item is not END:
                    self._handle(item)
            except Exception as error:
                self.errors.append(error)
            finally:
                self._orders.task_done()


if __name__ == "__main__":
    handled: list[float] = []
    kitchen = Dispatcher(lambda portions: handled.append(12 / portions), 2)
    for portions in (4, 0, 3, 2, 1):
        kitchen.submit(portions)
    kitchen.close()
    print(f"{len(handled)} of 4 good orders handled, {len(kitchen.errors)} of 1 error noted")
