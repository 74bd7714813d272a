"""`join` without a timeout sleeps until the thread has ended, however it ended."""

import threading
import time
from collections.abc import Callable


def run_and_wait(task: Callable[[], object]) -> None:
    """Run `task()` in its own thread and block until it has finished."""
    thread = threading.Thread(target=task)
    thread.start()
    thread.join()


def bake() -> None:
    """Stand in for slow work."""
    time.sleep(0.5)
    print("the cake is done, thanks to", threading.current_thread().name)


if __name__ == "__main__":
    run_and_wait(bake)
    print("served")
