"""Ask several mirrors for the same file, and take what comes first.

`as_completed` hands out the futures as they finish. `exception()` says whether one failed, without
raising. `cancel()` takes back a call that has not begun; one that is running goes on, and nobody
asks for its result.
"""

import time
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, ThreadPoolExecutor, as_completed
from typing import Any


def first_success(executor: Executor, functions: Iterable[Callable[[], Any]]) -> Any:
    """Call all functions in the executor; return the result of the first that succeeds."""
    futures = [executor.submit(function) for function in functions]
    if not futures:
        raise ValueError("there are no functions")
    for future in as_completed(futures):
        failure = future.exception()
        if failure is None:
            for other in futures:
                other.cancel()
            return future.result()
    raise failure


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
