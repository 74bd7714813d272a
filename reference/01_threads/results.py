"""A thread's function returns to nobody: each thread puts its result in a place of its own."""

import threading
import time
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any


def gather(functions: Iterable[Callable[[], Any]]) -> list[Any]:
    """Call each function in its own thread, all overlapping; return the results in their order."""
    functions = list(functions)
    results: list[Any] = [None] * len(functions)

    def call(place: int, function: Callable[[], Any]) -> None:
        results[place] = function()

    threads = [threading.Thread(target=call, args=each) for each in enumerate(functions)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def ask(price: int) -> int:
    """Stand in for slow work: the dearest shop is the slowest."""
    time.sleep(price / 500)
    print(price, "found out by", threading.current_thread().name)
    return price


if __name__ == "__main__":
    began = time.monotonic()
    prices = gather([partial(ask, 300), partial(ask, 200), partial(ask, 100)])
    print(f"{prices} after {time.monotonic() - began:.1f} seconds")
