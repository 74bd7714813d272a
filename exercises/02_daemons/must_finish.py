"""A text editor saves in the background. Sometimes the file is there afterwards, sometimes not.

A program that ends takes its daemon threads with it, in the middle of what they do.
Goal: save_in_background(save) starts the saving and returns at once, and the program ends only
when it is saved. Autosave is a daemon thread, and what it saves must not be lost either.

Done when "the letter is saved" and "the draft is saved" are printed at the end.
"""

import threading
import time
from collections.abc import Callable


def save_in_background(save: Callable[[], object]) -> threading.Thread:
    """Start a thread that calls `save()`, for which the program waits; return it at once."""
    # TODO: let the program wait for this thread, whatever kind of thread is calling here.
    thread = threading.Thread(target=save, daemon=True)
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
