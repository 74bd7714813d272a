"""An editor saves a large file. If it waits for the disk, nobody can type meanwhile.

Goal: start_in_background(task) calls task() once, in a new thread, and gives that thread back
while the task is still at work.

Done when "you can go on typing" is printed before "saved", and the thread is alive by then.
"""

import threading
import time
from collections.abc import Callable


def start_in_background(task: Callable[[], object]) -> threading.Thread:
    """Call `task()` once in its own thread; return that thread, started, at once."""
    thread = threading.Thread()  # TODO: tell the new thread what it is to call.
    task()  # TODO: this makes the caller do the work. Let the thread do it.
    return thread


def save() -> None:
    """Stand in for slow work."""
    time.sleep(0.5)
    print("saved, by", threading.current_thread().name)


if __name__ == "__main__":
    saving = start_in_background(save)
    print("you can go on typing; the saving thread is alive:", saving.is_alive())
