"""Shrink photos in a pool of your own, which is gone when the work is done.

A pool that nobody shuts down keeps its threads, and one that takes one call at a time is no
faster than a loop. Goal: `workers` threads, results in the order of the items, nothing left behind.

Done when the calls overlap, a call's exception is raised, and all threads have ended on return,
also after an exception.
"""

import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any


def run_in_pool(function: Callable[[Any], Any], items: Iterable[Any], workers: int) -> list[Any]:
    """Return `function(item)` for each item, in item order, called by a pool of `workers` threads."""
    pool = ThreadPoolExecutor()  # TODO: as many threads as asked for, and shut down at the end.
    results = []
    for item in items:
        results.append(pool.submit(function, item).result())  # TODO: let the calls overlap.
    return results


if __name__ == "__main__":

    def shrink(photo: str) -> str:
        time.sleep(0.2)
        return f"{photo} shrunk"

    begun = time.perf_counter()
    print(run_in_pool(shrink, ["cat.jpg", "dog.jpg", "owl.jpg"], 3))
    print(f"{time.perf_counter() - begun:.1f} seconds (0.2 when all three calls overlap)")
    print(threading.active_count() - 1, "threads left (0 when the pool is shut down)")
