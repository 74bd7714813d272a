"""Waiting for a result: it comes once and stays, so who waits is not there before, as with a lock that is taken.

Else to ask before it came and to ask after would be two classes of executions, although nothing else can follow.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

from grading.engine import active
from grading.engine.vthread import NOBODY

_DONE = ("CANCELLED", "CANCELLED_AND_NOTIFIED", "FINISHED")
_WAITERS = "_threads_that_await_it"


def install(future: Any) -> None:
    """Let `result` and `exception` of the copy of `Future` wait in this way, where they wait without a limit."""
    future.result = _when_done(future.result)
    future.exception = _when_done(future.exception)
    future._invoke_callbacks = _telling_who_waits(future._invoke_callbacks)


def _when_done(operation: Callable[..., Any]) -> Callable[..., Any]:
    plain: Callable[..., Any] = operation.__wrapped__  # type: ignore[attr-defined]

    @wraps(operation)
    def waiting(self: Any, timeout: float | None = None) -> Any:
        machine = active.machine
        if machine is None or machine.dying or not active.is_public(sys._getframe(1)):
            return plain(self, timeout)
        if timeout is not None:
            return operation(self, timeout)
        name = operation.__qualname__
        if self._state in _DONE:
            machine.operate(name, self)
        else:
            machine.announce(name, self)
            vars(self).setdefault(_WAITERS, []).append(machine.current)
            machine.block(NOBODY)
        if machine.trail is not None:
            machine.trail.need(self, id(self))
        return plain(self)

    return waiting


def _telling_who_waits(call_back: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(call_back)
    def telling(self: Any) -> None:
        machine = active.machine
        if machine is not None and not machine.dying:
            if machine.trail is not None:
                machine.trail.provide(self, id(self))
            for thread in vars(self).pop(_WAITERS, ()):
                machine.ready(thread)
        call_back(self)

    return telling
