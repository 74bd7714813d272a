"""The live world: real threads, and at the same switch points they give up the GIL at seeded random moments."""

from __future__ import annotations

import builtins
import concurrent.futures.thread
import random
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from types import CodeType, ModuleType
from typing import Any

from grading import faces, ways_out
from grading.instrument import PASSIVE_HOOKS, SITES

# How eager to give way, and for how long (seconds), changes from seed to seed: no one setting finds every race.
_EAGERNESS = (0.3, 0.5, 0.7)
_LONGEST_NAP = 50e-6
_GRACE = 5.0  # seconds that threads may take to end after a test whose work is done

_workers = concurrent.futures.thread._threads_queues  # of pools: they end when the program does
_random = random.Random(0)
_eagerness = _EAGERNESS[0]
_escaped: list[tuple[str, BaseException]] = []
_stale: set[threading.Thread] = set()  # that outlived their test


def _may_give_way(site: int) -> None:
    if _random.random() < _eagerness:
        time.sleep(_random.random() * _LONGEST_NAP)


def _then(value: Any, site: int) -> Any:
    _may_give_way(site)
    return value


def _method(owner: Any, site: int) -> Any:
    _may_give_way(site)
    return getattr(owner, SITES[site].name)


def _each(iterable: Any, site: int) -> Any:
    _may_give_way(site)
    return iterable


def _loop(site: int) -> None:
    # A thread that goes round and round must not slow down the tests after its own.
    if _stale and threading.current_thread() in _stale:
        raise SystemExit


HOOKS: dict[str, Callable[..., Any]] = PASSIVE_HOOKS | {
    "@touch": _then,
    "@name": _may_give_way,
    "@then": _then,
    "@method": _method,
    "@each": _each,
    "@contents": _then,
    "@reached": _then,
    "@matched": _then,
    "@loop": _loop,
}


def _import(
    name: str,
    globals: Mapping[str, Any] | None = None,
    locals: Mapping[str, Any] | None = None,
    fromlist: Sequence[str] = (),
    level: int = 0,
) -> Any:
    module = __import__(name, globals, locals, fromlist, level)
    return faces.imported(module, name, fromlist, sys._getframe(1))


_USER: dict[str, Any] = dict(vars(builtins)) | HOOKS | ways_out.BUILTINS | {"__import__": _import}


def new_module(code: CodeType, name: str, filename: str) -> ModuleType:
    """Execute the instrumented code of a module over the real standard library."""
    module = ModuleType(name)
    vars(module).update(__builtins__=_USER, __file__=filename)
    sys.modules[name] = module
    exec(code, vars(module))
    return module


def begin(seed: int) -> set[threading.Thread]:
    """Prepare one repetition; gives the threads that are there already."""
    global _eagerness
    _random.seed(seed)
    _eagerness = _EAGERNESS[seed % len(_EAGERNESS)]
    _escaped.clear()
    threading.excepthook = _record_escape
    return set(threading.enumerate())


def end(before: set[threading.Thread]) -> tuple[list[tuple[str, BaseException]], list[str]]:
    """The exceptions that escaped threads, and the names of the non-daemon threads that do not end."""
    left = []
    deadline = time.monotonic() + _GRACE
    for thread in set(threading.enumerate()) - before:
        if not thread.daemon and thread not in _workers:
            thread.join(max(0.0, deadline - time.monotonic()))
        if thread.is_alive():
            _stale.add(thread)
            if not thread.daemon and thread not in _workers:
                left.append(thread.name)
    threading.excepthook = threading.__excepthook__
    return list(_escaped), sorted(left)


def _record_escape(args: threading.ExceptHookArgs, /) -> None:
    if args.exc_value is not None and args.exc_type is not SystemExit:
        _escaped.append((args.thread.name if args.thread else "a thread", args.exc_value))
