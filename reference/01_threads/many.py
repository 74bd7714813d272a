"""First start them all, then join them all: a join among the starts would end the overlap."""

import threading
import time
from collections.abc import Callable, Iterable


def run_all(tasks: Iterable[Callable[[], object]]) -> None:
    """Run each task in its own thread, all overlapping; block until all have finished."""
    threads: list[threading.Thread] = []
    for task in tasks:
        thread = threading.Thread(target=task)
        thread.start()
        threads.append(thread)
    for thread in threads:
        thread.join()


done: list[str] = []


def download() -> None:
    """Stand in for slow work."""
    time.sleep(0.5)
    done.append("one file")


if __name__ == "__main__":
    began = time.monotonic()
    run_all([download, download, download])
    print(f"{len(done)} of 3 downloads are done after {time.monotonic() - began:.1f} seconds")
