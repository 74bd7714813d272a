"""Add up the sizes of some files, each asked for in a thread of an executor.

`result()` waits. If you ask a future for its result before the next call is handed over, the
executor never has more than one call to make: it looks like a pool and works like a loop.
Goal: hand over every call first, and wait only then.

Done when all calls are submitted before any is waited for, and the sum is right.
"""

import time
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import Any


def total(executor: Executor, function: Callable[[Any], Any], items: Iterable[Any]) -> Any:
    """Return the sum of `function(item)` over all items, called by the executor's threads."""
    amount = 0
    for item in items:
        future = executor.submit(function, item)
        amount += future.result()  # TODO: wait for results only when every call is submitted.
    return amount


if __name__ == "__main__":

    def size(name: str) -> int:
        time.sleep(0.2)
        return len(name)

    with ThreadPoolExecutor(3) as pool:
        begun = time.perf_counter()
        print(total(pool, size, ["a.txt", "bc.txt", "def.txt"]), "(it must be 18)")
        print(f"{time.perf_counter() - begun:.1f} seconds (0.2 when all three calls overlap)")
