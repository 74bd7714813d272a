"""Several children at a time, and none left behind when nobody waits for them any more."""

import os
import time
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from grading import child

Item = TypeVar("Item")
Result = TypeVar("Result")


def in_parallel(
    judge_one: Callable[[Item], Result], items: Sequence[Item], jobs: int | None = None
) -> Generator[Result, None, None]:
    """The results in the order of the items, `jobs` at work at a time (one for each processor).

    Whoever closes this generator, or is interrupted while waiting, also kills the running children.
    """
    with ThreadPoolExecutor(jobs or os.cpu_count()) as pool:
        futures = [pool.submit(judge_one, item) for item in items]
        try:
            for future in futures:
                yield future.result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
            while not all(future.done() for future in futures):
                child.kill_all()  # again and again, since one may be starting right now
                time.sleep(0.02)
