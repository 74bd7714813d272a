"""The thread is handed the task itself, not its result, and is not waited for."""

import threading
import time
from collections.abc import Callable


def start_in_background(task: Callable[[], object]) -> threading.Thread:
    """Call `task()` once in its own thread; return that thread, started, at once."""
    thread = threading.Thread(target=task)
    thread.start()
    return thread


def save() -> None:
    """Stand in for slow work."""
    time.sleep(0.5)
    print("saved, by", threading.current_thread().name)


if __name__ == "__main__":
    saving = start_in_background(save)
    print("you can go on typing; the saving thread is alive:", saving.is_alive())
