"""Label photos in the threads of an executor, and get the labels in the order of the photos.

The calls overlap, so they finish in any order: the first photo may well be the last one ready.
Goal: let the executor that is handed in make the calls. It belongs to the caller: leave it open.

Done when the calls overlap in the executor's threads and the results are a list in item order.
"""

import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import Any


def labels(executor: Executor, function: Callable[[Any], Any], items: Iterable[Any]) -> list[Any]:
    """Return `function(item)` for each item, in item order, called by the executor's threads."""
    # TODO: hand every call to the executor, then collect the results in order.
    return [function(item) for item in items]


if __name__ == "__main__":

    def label(photo: str) -> str:
        time.sleep(0.3 if photo == "cat.jpg" else 0.1)
        return f"{photo} labelled in {threading.current_thread().name}"

    with ThreadPoolExecutor(3, thread_name_prefix="pool") as pool:
        begun = time.perf_counter()
        for line in labels(pool, label, ["cat.jpg", "dog.jpg", "owl.jpg"]):
            print(line)
        print(f"{time.perf_counter() - begun:.1f} seconds (0.3 when all three calls overlap)")
