"""Add up the sizes of some files, each asked for in a thread of an executor.

The list of futures is complete before the first result is asked for. Asking them in order costs
nothing: the sum needs all of them, and while one is waited for the others go on.
"""

import time
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import Any


def total(executor: Executor, function: Callable[[Any], Any], items: Iterable[Any]) -> Any:
    """Return the sum of `function(item)` over all items, called by the executor's threads."""
    futures = [executor.submit(function, item) for item in items]
    return sum(future.result() for future in futures)


if __name__ == "__main__":

    def size(name: str) -> int:
        time.sleep(0.2)
        return len(name)

    with ThreadPoolExecutor(3) as pool:
        begun = time.perf_counter()
        print(total(pool, size, ["a.txt", "bc.txt", "def.txt"]), "(it must be 18)")
        print(f"{time.perf_counter() - begun:.1f} seconds (0.2 when all three calls overlap)")
