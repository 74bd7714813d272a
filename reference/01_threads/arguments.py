"""`args` and `kwargs` are kept in the thread as they are now, and spread out when it makes the call."""

import threading
import time
from collections.abc import Callable
from typing import Any


def call_in_thread(function: Callable[..., object], *args: Any, **kwargs: Any) -> threading.Thread:
    """Start a thread that calls `function(*args, **kwargs)`; return it at once."""
    thread = threading.Thread(target=function, args=args, kwargs=kwargs)
    thread.start()
    return thread


def cook(dish: str, portions: int = 1, *, spice: str = "no") -> None:
    """Stand in for slow work."""
    time.sleep(0.5)
    where = threading.current_thread().name
    print(f"{portions} x {dish} with {spice} pepper, cooked in {where}")


if __name__ == "__main__":
    call_in_thread(cook, "soup", 2)
    call_in_thread(cook, "curry", spice="much")
    print("the kitchen takes orders")
