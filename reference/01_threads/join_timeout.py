"""`join` with a timeout comes back either way and says nothing; `is_alive` says which it was."""

import threading
import time


def finished_within(thread: threading.Thread, seconds: float) -> bool:
    """Block until the started `thread` ends or `seconds` have passed; say whether it has ended."""
    thread.join(timeout=seconds)
    return not thread.is_alive()


def boil(seconds: float) -> None:
    """Stand in for slow work."""
    time.sleep(seconds)


if __name__ == "__main__":
    for size, needs in (("small", 0.2), ("large", 1.5)):
        kettle = threading.Thread(target=boil, args=(needs,), daemon=True)
        kettle.start()
        began = time.monotonic()
        ready = finished_within(kettle, 0.5)
        print(f"{size} kettle ready: {ready}, after {time.monotonic() - began:.1f} seconds")
