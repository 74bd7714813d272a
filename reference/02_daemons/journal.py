"""An end mark behind the last line ends the thread: no daemon, for what it does must be completed.

To look whether the journal is closed and to put the line is one step under the lock, so that no line can come
behind the end mark.
"""

import queue
import threading
import time
from collections.abc import Callable

_END = object()


class Journal:
    """Writes lines in a background thread, in order."""

    def __init__(self, write: Callable[[str], object]) -> None:
        self._write = write
        self._lines: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._closed = False
        self._errors: list[Exception] = []
        self._thread = threading.Thread(target=self._work)
        self._thread.start()

    def log(self, line: str) -> None:
        """Have `line` written, without waiting for it; RuntimeError if the journal is closed."""
        with self._lock:
            if self._closed:
                raise RuntimeError("the journal is closed")
            self._lines.put(line)

    def close(self) -> None:
        """Wait until all lines are written and the thread has ended; raise the first error."""
        with self._lock:
            if not self._closed:
                self._closed = True
                self._lines.put(_END)
        self._thread.join()
        if self._errors:
            raise self._errors[0]

    def _work(self) -> None:
        while (line := self._lines.get()) is not _END:
            try:
                self._write(line)
            except Exception as error:
                self._errors.append(error)


def write(line: str) -> None:
    """Stand in for a slow disk."""
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
