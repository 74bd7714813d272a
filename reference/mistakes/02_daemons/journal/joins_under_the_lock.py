# fails test_log_never_waits_for_a_close_that_waits_for_write: close waits with the lock held, and whoever logs meanwhile waits with it

import queue
import threading
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
