"""Choose the executor for a kind of work.

Threads wait side by side, and share everything. Processes compute side by side, and share nothing:
what goes there and back is pickled. The methods are the same, so the caller need not know which.
"""

import os
import time
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor


def executor_for(kind: str, workers: int) -> Executor:
    """Return a new executor for work that mostly waits ("io") or mostly computes ("cpu")."""
    if kind == "io":
        return ThreadPoolExecutor(workers)
    if kind == "cpu":
        return ProcessPoolExecutor(workers)
    raise ValueError(f"the kind of work must be 'io' or 'cpu', not {kind!r}")


def wait(seconds: float) -> int:
    """Wait, as a download does, and say in which process."""
    time.sleep(seconds)
    return os.getpid()


def compute(number: int) -> int:
    """Compute for a while, and say in which process."""
    sum(range(number))
    return os.getpid()


if __name__ == "__main__":
    for kind, work, size in (("io", wait, 0.3), ("cpu", compute, 5_000_000)):
        begun = time.perf_counter()
        with executor_for(kind, 3) as executor:
            processes = set(executor.map(work, [size] * 3))
        seconds = time.perf_counter() - begun
        print(f"{kind}: {seconds:.1f} seconds; in the caller's process: {os.getpid() in processes}")
