"""A ship's log for threads: whatever crashes is written down, and not just printed.

An exception that escapes a thread goes to threading.excepthook(args), with args.thread and
args.exc_value. The hook prints it, unless you put a function of your own in its place.

Done when `with CrashLog() as log:` notes each crash in log.crashes, as (thread name, exception),
and puts the hook back that stood there before, come what may. One CrashLog may be inside another.
"""

import threading


class CrashLog:
    """Notes in `crashes` what escapes from threads while its with block is active."""

    def __init__(self) -> None:
        self.crashes: list[tuple[str, BaseException]] = []

    def __enter__(self) -> "CrashLog":
        # TODO: remember the hook that stands now, and put one of your own in its place.
        return self

    def __exit__(self, *error: object) -> None:
        pass  # TODO: put the hook back that stood there before.

    # TODO: your hook, which appends to self.crashes.


def pump() -> None:
    """Stand in for work that fails."""
    raise RuntimeError("water in the engine room")


if __name__ == "__main__":
    with CrashLog() as log:
        thread = threading.Thread(target=pump, name="pump")
        thread.start()
        thread.join()
    print("noted:    ", log.crashes)
    print("should be: [('pump', RuntimeError('water in the engine room'))]")
