"""Choose the executor for a kind of work.

Work that waits, for a disk or a server, can share one process: waiting threads keep no one busy.
Work that computes needs a process for each processor, since threads take turns at Python code.
Goal: a new executor with so many workers for each kind; the caller uses it in a `with` and ends it.

Done when "io" gives threads, "cpu" gives processes, and any other kind is refused in plain words.
"""

import os
import time
from concurrent.futures import Executor, ThreadPoolExecutor


def executor_for(kind: str, workers: int) -> Executor:
    """Return a new executor for work that mostly waits ("io") or mostly computes ("cpu")."""
    # TODO: give an executor that fits the kind, with that many workers.
    # TODO: raise a ValueError that names the two kinds if `kind` is neither.
    return ThreadPoolExecutor()


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
    print("(io should be done in the caller's process, and cpu in others)")
