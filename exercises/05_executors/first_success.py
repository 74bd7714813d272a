"""Ask several mirrors for the same file, and take what comes first.

A mirror that fails quickly has not won, and the slow ones need not be waited for.
Goal: return the first result that arrives without an exception, cancel the calls that have not
begun, and if every call fails raise the failure that came last.

Done when that holds and no functions at all are a ValueError. The executor is the caller's.
"""

import time
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import Any


def first_success(executor: Executor, functions: Iterable[Callable[[], Any]]) -> Any:
    """Call all functions in the executor; return the result of the first that succeeds."""
    futures = [executor.submit(function) for function in functions]
    # TODO: look at the futures in the order in which they finish, and pass over those that failed.
    # TODO: when one has succeeded, cancel the others before you return.
    # TODO: no functions; only failures.
    return futures[0].result()


if __name__ == "__main__":

    def mirror(name: str, seconds: float) -> str:
        time.sleep(seconds)
        if name == "broken":
            raise ConnectionError(f"{name} does not answer")
        return f"file from {name}"

    mirrors = [("slow", 0.5), ("broken", 0.1), ("quick", 0.2)]
    with ThreadPoolExecutor(3) as pool:
        begun = time.perf_counter()
        print(first_success(pool, [lambda m=m: mirror(*m) for m in mirrors]), end=" ")
        print(f"after {time.perf_counter() - begun:.1f} seconds (from quick, after 0.2)")
