"""Show search results as they come in: the fastest engine first, whichever was asked first.

Goal: hand every call to the executor at once, then yield each result as soon as it is ready.
Mind that a function with `yield` in it does nothing at all before the first value is asked for.

Done when all calls are submitted by the time that the function returns, and the results come in
the order in which the calls end.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import Any


def in_finish_order(executor: Executor, functions: Iterable[Callable[[], Any]]) -> Iterator[Any]:
    """Submit every function now; return an iterator over their results, the first ready first."""
    # TODO: submit here and yield elsewhere, so that the calls do not wait for the first question.
    futures = [executor.submit(function) for function in functions]
    for future in futures:  # TODO: take the futures in the order in which they finish.
        yield future.result()


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
