"""The virtual `time`: the machine's clock, in seconds since the execution began."""

from __future__ import annotations

import sys
import time
from types import ModuleType

from grading.engine import active
from grading.engine.vthread import NOBODY

EPOCH = (
    1_700_000_000.0  # what `time.time()` says when an execution begins: any fixed moment will do
)


def now() -> float:
    """Seconds since the execution began."""
    if active.machine is None:
        return 0.0
    active.machine.touch("clock", False)
    return active.machine.now


def sleep(seconds: float, /) -> None:
    """Wait until `seconds` have passed on the machine's clock."""
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    machine = active.required()
    if active.is_public(sys._getframe(1)):
        machine.operate("sleep")
    machine.block(NOBODY, machine.now + seconds)


def module() -> ModuleType:
    """A module like `time` whose clocks are virtual and whose calendar is the real one."""
    virtual = ModuleType("time", time.__doc__)
    vars(virtual).update({name: value for name, value in vars(time).items() if name[:2] != "__"})
    virtual.sleep = sleep  # type: ignore[attr-defined]
    for name in ("monotonic", "perf_counter", "process_time", "thread_time"):
        setattr(virtual, name, now)
        setattr(virtual, f"{name}_ns", lambda: round(now() * 1e9))
    virtual.time = lambda: EPOCH + now()  # type: ignore[attr-defined]
    virtual.time_ns = lambda: round((EPOCH + now()) * 1e9)  # type: ignore[attr-defined]
    return virtual
