"""Show search results as they come in: the fastest engine first, whichever was asked first.

The function itself contains no `yield`, so its body runs when it is called, and submits. What it
returns is a generator over `as_completed`, which hands out each future as soon as it is done.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor, as_completed
from typing import Any


def in_finish_order(executor: Executor, functions: Iterable[Callable[[], Any]]) -> Iterator[Any]:
    """Submit every function now; return an iterator over their results, the first ready first."""
    futures = [executor.submit(function) for function in functions]
    return (future.result() for future in as_completed(futures))


if __name__ == "__main__":

    def search(seconds: float) -> str:
        time.sleep(seconds)
        return f"result after {seconds} seconds"

    with ThreadPoolExecutor(3) as pool:
        begun = time.perf_counter()
        results = in_finish_order(pool, [lambda s=s: search(s) for s in (0.3, 0.1, 0.2)])
        time.sleep(0.2)  # as long as the other work takes that is done before anybody asks
        for result in results:
            print(f"{result}, shown after {time.perf_counter() - begun:.1f}")
        print("(the slowest last, and shown after 0.3)")
