"""A kettle should boil soon. If it does not, somebody ought to look at the plug.

Goal: finished_within(thread, seconds) waits for a thread that was started before, but no longer
than so many seconds, and says whether it has ended: True or False. It comes back as soon as the
thread ends. While it waits, it must not keep the processor busy.

Done when the small kettle is ready after 0.2 seconds and the large one is not after 0.5.
"""

import threading
import time


def finished_within(thread: threading.Thread, seconds: float) -> bool:
    """Block until the started `thread` ends or `seconds` have passed; say whether it has ended."""
    thread.join()  # TODO: stop waiting after so many seconds.
    return True  # TODO: join says nothing about how it ended. Ask the thread.


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
    if ready:
        print("Still missing: after 0.5 seconds the answer for the large kettle is False.")
