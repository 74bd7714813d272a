"""A ship's log for threads: whatever crashes is written down, and not just printed.

The hook that is to be put back is the one that stands on entry, be it another log's. `__exit__`
is called however the block ends; it returns None, so an exception of the block goes on.
"""

import threading


class CrashLog:
    """Notes in `crashes` what escapes from threads while its with block is active."""

    def __init__(self) -> None:
        self.crashes: list[tuple[str, BaseException]] = []

    def __enter__(self) -> "CrashLog":
        self._former = threading.excepthook
        threading.excepthook = self._note
        return self

    def __exit__(self, *error: object) -> None:
        threading.excepthook = self._former

    def _note(self, args: threading.ExceptHookArgs) -> None:
        self.crashes.append((args.thread.name, args.exc_value))


def pump() -> None:
    """Stand in for work that fails."""
    raise RuntimeError("water in the engine room")


if __name__ == "__main__":
    with CrashLog() as log:
        thread = threading.Thread(target=pump, name="pump")
        thread.start()
        thread.join()
    print("noted:", log.crashes)
