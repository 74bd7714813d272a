"""Several children at a time, and none left behind when nobody waits for them any more."""

import os
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

from grading import child

Item = TypeVar("Item")
Result = TypeVar("Result")


@contextmanager
def local(jobs: int | None = None) -> Iterator[tuple[Executor, int]]:
    """So many at a time on this machine (by default one for each processor), and how many that is.

    Each thread only waits for its child process; a pool of processes would put another process between the two, and
    break as a whole when one of them is killed. Whoever leaves by an exception, an interrupt or a closed generator does
    not wait for what is under way: the running children are killed.
    """
    workers = jobs or os.cpu_count() or 1
    with ThreadPoolExecutor(workers) as pool:
        try:
            yield pool, workers
        except BaseException:
            closing = threading.Thread(target=pool.shutdown, kwargs={"cancel_futures": True})
            closing.start()
            while closing.is_alive():
                child.kill_all()  # again and again, since one may be starting right now
                closing.join(0.02)
            raise


def in_parallel(
    judge_one: Callable[[Item], Result], items: Sequence[Item], jobs: int | None = None
) -> Generator[Result, None, None]:
    """The results in the order of the items, `jobs` at work at a time (one for each processor).

    Whoever closes this generator, or is interrupted while waiting, also kills the running children.
    """
    with local(jobs) as (pool, _):
        futures = [pool.submit(judge_one, item) for item in items]
        for future in futures:
            yield future.result()
