"""Where the jobs of a class are done, if not on this machine (that is `parallel.local`): by Dask on many machines."""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager


class NoExecutor(Exception):
    """The jobs cannot be done there; the message says why, and what to do."""


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
