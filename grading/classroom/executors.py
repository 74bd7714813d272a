"""Where the jobs of a class are done: in child processes of this machine, or by Dask on many machines."""

import os
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager

from grading import child


class NoExecutor(Exception):
    """The jobs cannot be done there; the message says why, and what to do."""


@contextmanager
def local(jobs: int | None) -> Iterator[tuple[Executor, int]]:
    """So many at a time on this machine, and how many that is.

    Each thread only waits for its child process; a pool of processes would put another process between the two, and
    break as a whole when one of them is killed.
    """
    workers = jobs or os.cpu_count() or 1
    with ThreadPoolExecutor(workers) as pool:
        try:
            yield pool, workers
        except BaseException:  # whoever interrupts does not wait for what is under way
            closing = threading.Thread(target=pool.shutdown, kwargs={"cancel_futures": True})
            closing.start()
            while closing.is_alive():
                child.kill_all()  # again and again, since one may be starting right now
                closing.join(0.02)
            raise


@contextmanager
def dask(scheduler: str | None) -> Iterator[tuple[Executor, int]]:
    """The workers of a Dask scheduler, such as tcp://10.0.0.1:8786, and how many they are. Raises NoExecutor."""
    if not scheduler:
        raise NoExecutor("Dask needs to know where: --scheduler tcp://HOST:8786.")
    try:
        from distributed import Client
    except ImportError as error:
        raise NoExecutor("Dask is not installed here: pip install 'threadlings[dask]'.") from error
    try:
        client = Client(scheduler, timeout="10s")
    except (OSError, ValueError) as error:
        raise NoExecutor(f"There is no Dask scheduler at {scheduler}: {error}.") from error
    with client:
        workers = sum(client.nthreads().values())
        if not workers:
            raise NoExecutor(
                f"The scheduler {scheduler} has no workers: start `dask worker` on each machine."
            )
        yield client.get_executor(pure=False), workers
