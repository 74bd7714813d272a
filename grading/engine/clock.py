"""The virtual `time`: the machine's clock, in seconds since the execution began."""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Callable
from functools import wraps
from types import ModuleType
from typing import Any
from weakref import WeakKeyDictionary

from grading.engine import active
from grading.engine.machine import Machine
from grading.engine.vthread import NOBODY

EPOCH = (
    1_700_000_000.0  # what `time.time()` says when an execution begins: any fixed moment will do
)
# Nothing that a program computes takes time, so who goes round and round until a clock has moved would never end:
# after so many rounds of loops, and looks at a clock in them, without waiting a look takes a while, in seconds.
_ROUNDS = 30
_WHILE = 0.01

_worked: WeakKeyDictionary[Machine, defaultdict[int, float]] = WeakKeyDictionary()


def now() -> float:
    """Seconds since the execution began."""
    machine = active.machine
    if machine is None:
        return 0.0
    _look(machine)
    machine.touch("clock", False)
    return machine.roster.now


def worked() -> float:
    """Seconds that the threads have worked since the execution began; waiting is no work."""
    machine = active.machine
    return 0.0 if machine is None else sum(_look(machine).values())


def worked_alone() -> float:
    """Seconds that the current thread has worked."""
    machine = active.machine
    return 0.0 if machine is None else _look(machine)[machine.current.id]


def today() -> float:
    """Seconds since 1970: what `time.time()` says."""
    return EPOCH + now()


def sleep(seconds: float, /) -> None:
    """Wait until `seconds` have passed on the machine's clock."""
    if seconds != seconds:
        raise ValueError("Invalid value NaN (not a number)")
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    machine = active.required()
    if active.is_public(sys._getframe(1)):
        machine.operate("sleep")
    machine.block(NOBODY, machine.roster.now + seconds)


def module() -> ModuleType:
    """A module like `time` whose clocks are virtual and whose calendar is the real one, asked about virtual days."""
    virtual = ModuleType("time", time.__doc__)
    vars(virtual).update({name: value for name, value in vars(time).items() if name[:2] != "__"})
    clocks: dict[str, Callable[[], float]] = {
        "monotonic": now,
        "perf_counter": now,
        "process_time": worked,
        "thread_time": worked_alone,
        "time": today,
    }
    for name, clock in clocks.items():
        setattr(virtual, name, clock)
        setattr(virtual, f"{name}_ns", _in_nanoseconds(clock))
    for name in ("localtime", "gmtime", "ctime"):
        setattr(virtual, name, _of_today(getattr(time, name), lambda: (today(),), 0))
    virtual.asctime = _of_today(time.asctime, lambda: (time.localtime(today()),), 0)  # type: ignore[attr-defined]
    virtual.strftime = _of_today(time.strftime, lambda: (time.localtime(today()),), 1)  # type: ignore[attr-defined]
    virtual.clock_gettime = lambda clock: _read(virtual, clock)  # type: ignore[attr-defined]
    virtual.clock_gettime_ns = lambda clock: round(_read(virtual, clock) * 1e9)  # type: ignore[attr-defined]
    virtual.sleep = sleep  # type: ignore[attr-defined]
    return virtual


def _look(machine: Machine) -> defaultdict[int, float]:
    """Somebody looks at a clock; gives how long each thread has worked."""
    spent = _worked.setdefault(machine, defaultdict(float))
    current = machine.current
    current.looks += 1
    if min(current.turns_alone, current.looks) >= _ROUNDS and not machine.dying:
        spent[current.id] += _WHILE
        machine.block(NOBODY, machine.roster.now + _WHILE)
    return spent


def _in_nanoseconds(clock: Callable[[], float]) -> Callable[[], int]:
    return lambda: round(clock() * 1e9)


def _of_today(
    function: Callable[..., Any], moment: Callable[[], tuple[Any, ...]], given: int
) -> Callable[..., Any]:
    """`function` of the calendar, which is about the moment of the call if it is not told of another."""

    @wraps(function)
    def asked(*args: Any) -> Any:
        return function(
            *args[:given], *(moment() if args[given:] in ((), (None,)) else args[given:])
        )

    return asked


def _read(virtual: Any, clock: int) -> float:
    """A clock of the operating system, by its number."""
    kinds = {"CLOCK_REALTIME": today, "CLOCK_PROCESS_CPUTIME_ID": worked}
    kinds["CLOCK_THREAD_CPUTIME_ID"] = worked_alone
    time.clock_getres(clock)  # raises OSError if there is none of this number
    return next((read for name, read in kinds.items() if getattr(time, name, None) == clock), now)()
