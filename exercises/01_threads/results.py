"""Three shops are asked what a bicycle costs, and each takes its time to answer.

Goal: gather(functions) calls every function in a thread of its own, all at the same time, and
returns what they returned as a list: in the order of the functions, whoever answers first.

Done when the prices are 300, 200, 100, in the order of the shops, after 0.6 seconds and not 1.2.
"""

import threading
import time
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any


def gather(functions: Iterable[Callable[[], Any]]) -> list[Any]:
    """Call each function in its own thread, all overlapping; return the results in their order."""
    results: list[Any] = []
    for function in functions:
        # TODO: let a new thread make the call. Where can it put the result, so that the order is kept?
        results.append(function())
    # TODO: when are all the results there?
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
