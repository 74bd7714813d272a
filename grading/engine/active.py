"""Which machine is executing: one at most, since an execution is one OS thread's. And whose code is running.

Code of the model world sees its own `builtins`, and by them a frame says whose it is: `USER` for the learner's
module and the suite, `STDLIB` for the private copies of the standard library.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable
from types import FrameType
from typing import Any

from grading.engine.machine import Machine

USER: dict[str, Any] = dict(vars(builtins))
# As USER, for code that the standard library writes for the program's classes.
GENERATED: dict[str, Any] = {}
STDLIB: dict[str, Any] = dict(vars(builtins))

FATAL: tuple[type[BaseException], ...] = (
    KeyboardInterrupt,
)  # ends the run even if raised in another thread

# Code of the library that does nothing but call what the program gave it, or do what its own caller asked for.
# By id: code hashes its whole self at each look-up.
HANDS_OVER: set[int] = set()
PASSES_ON: set[int] = set()

machine: Machine | None = None
# A weak reference to the generator that was made last as an argument of a call: nobody else has it.
own_generator: Callable[[], object] = type(None)
os_thread: int = 0  # the real thread that executes the machine


def required() -> Machine:
    """The executing machine; RuntimeError where a virtual primitive would have to wait and there is none."""
    if machine is None:
        raise RuntimeError("a primitive of the model world cannot wait outside of an execution")
    return machine


def unseen(what: str) -> None:
    """The program does something to shared state that has no switch points, while other threads may be at work."""
    if machine is not None and machine.concurrent:
        current = machine.current
        if any(not thread.ended for thread in machine.threads if thread is not current):
            machine.unseen.add(what)


def is_public(caller: FrameType) -> bool:
    """Whether a call from this frame is the program's: the library's own calls are parts of an operation."""
    if caller.f_builtins is not STDLIB:
        return True
    code = id(caller.f_code)
    if code in PASSES_ON and caller.f_back is not None:
        return is_public(caller.f_back)
    return code in HANDS_OVER


def user_frame(frame: FrameType | None) -> FrameType | None:
    """The nearest frame, from `frame` outwards, of the learner's module or the suite."""
    while frame is not None and frame.f_builtins is not USER:
        frame = frame.f_back
    return frame
