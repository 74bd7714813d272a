"""A kitchen takes orders: what to cook, for how many, and how it is wanted.

Goal: call_in_thread(function, *args, **kwargs) starts a new thread that calls
function(*args, **kwargs), and gives it back while that call is still going on.
Whatever was handed in arrives there, and nothing else does.

Done when "the kitchen takes orders" is printed first, and then both dishes, as ordered.
"""

import threading
import time
from collections.abc import Callable
from typing import Any


def call_in_thread(function: Callable[..., object], *args: Any, **kwargs: Any) -> threading.Thread:
    """Start a thread that calls `function(*args, **kwargs)`; return it at once."""
    # TODO: this calls the function before there is a thread. Hand over the parts of the call.
    thread = threading.Thread(target=function(*args, **kwargs))
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
