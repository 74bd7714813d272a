"""What the task returns or raises is kept in the thread, and handed over after the join.

One of the two lists gets an item. So None is a result like any other, and so is an exception
that is returned; BaseException catches what Exception does not, such as SystemExit.
"""

import threading
from collections.abc import Callable
from typing import Any


def run_and_reraise(task: Callable[[], Any]) -> Any:
    """Run `task()` in its own thread, wait, then return its result or raise its exception."""
    results: list[Any] = []
    errors: list[BaseException] = []

    def work() -> None:
        try:
            results.append(task())
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    if errors:
        raise errors[0]
    return results[0]


def bake(minutes: int) -> str:
    """Stand in for work that may fail."""
    if minutes > 60:
        raise ValueError("the cake is burnt")
    return "a cake"


if __name__ == "__main__":
    print("after 50 minutes:", run_and_reraise(lambda: bake(50)))
    try:
        run_and_reraise(lambda: bake(90))
    except ValueError as error:
        print("after 90 minutes:", error)
