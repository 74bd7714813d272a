"""A breakfast in two steps of half a second. With two threads it should take half a second.

There are two threads in side_by_side, and yet it takes a whole second. The names tell why.
Goal: first() and second() run at the same time, each in a thread of its own, and side_by_side
comes back when both threads have ended, also where one of the two raises an exception.

Done when Thread-1 does one step, Thread-2 the other, and breakfast is ready after 0.5 seconds.
"""

import threading
import time
from collections.abc import Callable


def side_by_side(first: Callable[[], object], second: Callable[[], object]) -> None:
    """Run each in its own thread, both at the same time; block until both have ended."""
    threads = [threading.Thread(target=first), threading.Thread(target=second)]
    for thread in threads:
        thread.run()  # TODO: who makes the call here? Let the thread make it.
    # TODO: run() came back when the work was done. What you call now does not.


def boil_eggs() -> None:
    """Stand in for slow work."""
    time.sleep(0.5)
    print("eggs boiled by", threading.current_thread().name)


def toast_bread() -> None:
    """Stand in for slow work."""
    time.sleep(0.5)
    print("bread toasted by", threading.current_thread().name)


if __name__ == "__main__":
    began = time.monotonic()
    side_by_side(boil_eggs, toast_bread)
    print(f"breakfast is ready after {time.monotonic() - began:.1f} seconds")
