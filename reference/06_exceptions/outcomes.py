"""Ask every weather station, in the threads of an executor, although some are out of order.

Every call is submitted before any is waited for. Each future then is asked by itself:
exception() waits too, and gives the exception of the call, or None if it returned.
"""

import time
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import Any


def outcomes(executor: Executor, functions: Iterable[Callable[[], Any]]) -> list[tuple[str, Any]]:
    """Call each function in the executor; return how each call went, in order."""
    futures = [executor.submit(function) for function in functions]
    return [outcome(future) for future in futures]


def outcome(future: Future[Any]) -> tuple[str, Any]:
    """Wait for this call, and say how it went."""
    error = future.exception()
    return ("ok", future.result()) if error is None else ("error", error)


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
        for line in outcomes(pool, [mountain, island, harbour]):
            print(line)
