"""Three downloads of half a second each: one after the other they take 1.5 seconds.

Goal: run_all(tasks) runs every task in a thread of its own, all at the same time, and comes back
when all of them have finished, in whatever order they do. One that fails must not harm the others.

Done when 3 of 3 downloads are done in about half a second.
"""

import threading
import time
from collections.abc import Callable, Iterable


def run_all(tasks: Iterable[Callable[[], object]]) -> None:
    """Run each task in its own thread, all overlapping; block until all have finished."""
    threads: list[threading.Thread] = []
    for task in tasks:
        pass  # TODO: let a new thread run the task; keep the thread in the list.
    for thread in threads:
        pass  # TODO: wait for the thread. Why is this a loop of its own?


done: list[str] = []


def download() -> None:
    """Stand in for slow work."""
    time.sleep(0.5)
    done.append("one file")


if __name__ == "__main__":
    began = time.monotonic()
    run_all([download, download, download])
    print(f"{len(done)} of 3 downloads are done after {time.monotonic() - began:.1f} seconds")
