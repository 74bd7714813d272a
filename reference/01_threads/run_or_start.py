"""`start` has the new thread call `run`; to call `run` yourself is an ordinary call."""

import threading
import time
from collections.abc import Callable


def side_by_side(first: Callable[[], object], second: Callable[[], object]) -> None:
    """Run each in its own thread, both at the same time; block until both have ended."""
    threads = [threading.Thread(target=first), threading.Thread(target=second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


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
