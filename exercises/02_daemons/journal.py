"""A game writes a journal to a slow disk, through a background thread, so that no move waits.

When the game ends, whatever waits must still be written: a daemon thread would be cut off.
Goal: close() lets the thread write all lines and end, waits for that, and raises the first error.
A log() after close() is refused, and one that comes at the same time is written or refused.

Done when all four lines are tried, close() raises the error, and the thread has ended.
"""

import queue
import threading
import time
from collections.abc import Callable


class Journal:
    def __init__(self, write: Callable[[str], object]) -> None:
        self._write = write
        self._lines: queue.Queue[str] = queue.Queue()
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    def log(self, line: str) -> None:
        self._lines.put(line)  # TODO: refuse it (RuntimeError) if the journal is closed.

    def close(self) -> None:
        pass  # TODO: end the thread, but not before all lines are written; then raise its error.

    def _work(self) -> None:
        while True:  # TODO: until the journal is closed; and let no error end it.
            self._write(self._lines.get())


def write(line: str) -> None:
    time.sleep(0.1)
    print("tried:", line)
    if line == "b4":
        raise OSError("the disk is full")


if __name__ == "__main__":
    journal = Journal(write)
    for move in ("a3", "b4", "c5", "d6"):
        journal.log(move)
    try:
        journal.close()
    except OSError as error:
        print("close() raised:", error)
    print("has the thread ended?", threading.active_count() == 1)
