"""Shrink photos in a pool of your own, which is gone when the work is done.

All calls are submitted before any result is asked for. Leaving the `with` block shuts the pool
down: it waits for every call, and for the threads to end, also when the block is left by an
exception. After it every future has its result or its exception.
"""

import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any


def run_in_pool(function: Callable[[Any], Any], items: Iterable[Any], workers: int) -> list[Any]:
    """Return `function(item)` for each item, in item order, called by a pool of `workers` threads."""
    with ThreadPoolExecutor(workers) as pool:
        futures = [pool.submit(function, item) for item in items]
    return [future.result() for future in futures]


if __name__ == "__main__":

    def shrink(photo: str) -> str:
        time.sleep(0.2)
        return f"{photo} shrunk"

    begun = time.perf_counter()
    print(run_in_pool(shrink, ["cat.jpg", "dog.jpg", "owl.jpg"], 3))
    print(f"{time.perf_counter() - begun:.1f} seconds (0.2 when all three calls overlap)")
    print(threading.active_count() - 1, "threads left (0 when the pool is shut down)")
