"""Ask every weather station, in the threads of an executor, although some are out of order.

A future keeps the exception of its call, and result() raises it: one broken station then hides
what all the others said. Goal: a report that tells of every call how it went.

Done when outcomes(executor, functions) gives ("ok", result) or ("error", exception) for each
function, in the order of the functions, and the calls overlap.
"""

import time
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import Any


def outcomes(executor: Executor, functions: Iterable[Callable[[], Any]]) -> list[tuple[str, Any]]:
    """Call each function in the executor; return how each call went, in order."""
    futures = [executor.submit(function) for function in functions]
    # TODO: a call that failed is reported too, and hides nothing of the others.
    return [("ok", future.result()) for future in futures]


def mountain() -> str:
    time.sleep(0.3)
    return "3 degrees"


def island() -> str:
    raise ConnectionError("no answer from the island")


def harbour() -> str:
    time.sleep(0.1)
    return "14 degrees"


if __name__ == "__main__":
    with ThreadPoolExecutor(3) as pool:
        try:
            for outcome in outcomes(pool, [mountain, island, harbour]):
                print(outcome)
        except ConnectionError as error:
            print("nothing is known of the mountain and the harbour, because of the island:", error)
