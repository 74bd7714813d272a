"""A program waits for each thread that is no daemon. A thread is what its maker is, so it says what it must be."""

import threading
import time
from collections.abc import Callable


def save_in_background(save: Callable[[], object]) -> threading.Thread:
    """Start a thread that calls `save()`, for which the program waits; return it at once."""
    thread = threading.Thread(target=save, daemon=False)
    thread.start()
    return thread


def saving(what: str) -> Callable[[], None]:
    """Stand in for slow work."""

    def save() -> None:
        time.sleep(0.5)
        print(what, "is saved")

    return save


if __name__ == "__main__":
    save_in_background(saving("the letter"))
    autosave = threading.Thread(target=save_in_background, args=[saving("the draft")], daemon=True)
    autosave.start()
    autosave.join()
    print("the main thread is done, and now the letter and the draft must be saved:")
