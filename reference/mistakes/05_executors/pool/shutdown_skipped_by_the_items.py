# fails test_all_threads_have_ended_where_the_items_fail: items that fail while they are submitted skip the shutdown

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any


def run_in_pool(function: Callable[[Any], Any], items: Iterable[Any], workers: int) -> list[Any]:
    """Return `function(item)` for each item, in item order, called by a pool of `workers` threads."""
    pool = ThreadPoolExecutor(workers)
    futures = [pool.submit(function, item) for item in items]
    pool.shutdown()
    return [future.result() for future in futures]
