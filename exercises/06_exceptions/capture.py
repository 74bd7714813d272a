"""A cake bakes in a thread of its own. The cook waits for the cake, or for the bad news.

A thread hands over nothing by itself: what its function returns is dropped, and an exception
ends that thread alone. Whoever joins it hears of neither.

Done when run_and_reraise(task) returns what task() returned in its own thread, or raises the very
exception that task() raised, be it an Exception or another BaseException.
"""

import threading
from collections.abc import Callable
from typing import Any


def run_and_reraise(task: Callable[[], Any]) -> Any:
    """Run `task()` in its own thread, wait, then return its result or raise its exception."""
    thread = threading.Thread(target=task)  # TODO: keep what task() returns, or what it raises.
    thread.start()
    thread.join()
    # TODO: hand it to the caller.


def bake(minutes: int) -> str:
    """Stand in for work that may fail."""
    if minutes > 60:
        raise ValueError("the cake is burnt")
    return "a cake"


if __name__ == "__main__":
    print("after 50 minutes:", run_and_reraise(lambda: bake(50)), "(should be: a cake)")
    try:
        run_and_reraise(lambda: bake(90))
    except ValueError as error:
        print("after 90 minutes:", error)
    else:
        print("after 90 minutes: nobody has told the cook that the cake is burnt")
