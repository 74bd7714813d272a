"""The virtual `atexit`: what a program registers is called when all its threads but daemons have ended."""

from __future__ import annotations

import atexit
import sys
from collections.abc import Callable
from functools import partial
from types import ModuleType
from typing import Any

from grading.engine import active, threads

_callbacks: list[tuple[Callable[..., Any], Callable[[], Any]]] = []


def reset() -> None:
    """Forget the last execution."""
    _callbacks.clear()


def module() -> ModuleType:
    """A module like `atexit`; outside of an execution it registers for real."""
    virtual = ModuleType("atexit", atexit.__doc__)
    vars(virtual).update(
        register=_register,
        unregister=_unregister,
        _clear=_callbacks.clear,
        _ncallbacks=lambda: len(_callbacks),
        _run_exitfuncs=_call_all,
    )
    return virtual


def run(threading: Any) -> None:
    """The main thread has ended: wait for all that are no daemons, then call what was registered, the last first."""
    if _callbacks:
        for thread in threading.enumerate():
            if not (thread.daemon or thread is threading.main_thread()):
                thread.join()
        _call_all()


def _call_all() -> None:
    while _callbacks:
        _, call = _callbacks.pop()
        try:
            call()
        except active.FATAL:
            raise
        except Exception:
            print("Exception ignored in atexit callback:", file=sys.stderr)
            sys.excepthook(*sys.exc_info())


def _register(function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Callable[..., Any]:
    if active.machine is None:
        return atexit.register(function, *args, **kwargs)
    _callbacks.append((function, partial(threads.in_steps(function), *args, **kwargs)))
    return function


def _unregister(function: Callable[..., Any], /) -> None:
    _callbacks[:] = [held for held in _callbacks if held[0] != function]
    atexit.unregister(function)
