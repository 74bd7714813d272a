"""A kitchen bakes a cake in a second thread. Serving it before it is done would be a pity.

Goal: run_and_wait(task) runs task() in a new thread and comes back when that thread has ended,
be it after a moment or after a week. While it waits, it must not keep the processor busy.

Done when "the cake is done" is always printed before "served".
"""

import threading
import time
from collections.abc import Callable


def run_and_wait(task: Callable[[], object]) -> None:
    """Run `task()` in its own thread and block until it has finished."""
    thread = threading.Thread(target=task)
    thread.start()
    # TODO: come back only when the thread has ended.


def bake() -> None:
    """Stand in for slow work."""
    time.sleep(0.5)
    print("the cake is done, thanks to", threading.current_thread().name)


if __name__ == "__main__":
    run_and_wait(bake)
    print("served")
