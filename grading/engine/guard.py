"""Keeps out of the model world what the machine does not control: it must never look like a pass, nor hang.

Real threads, processes, sockets, signals and calls that wait in C may be imported, and work where no execution is
under way; to use one during an execution ends it, with a sentence that says what, where and what to do instead.
"""

from __future__ import annotations

import _thread
import builtins
import importlib
import os
import select
import sys
import threading
from collections.abc import Callable
from functools import cache, wraps
from types import FrameType
from typing import Any, NamedTuple, NoReturn

from greenlet import GreenletExit

from grading.engine import active
from grading.engine.reasons import place_of
from grading.failures import UNCONTROLLED


class Uncontrolled(Exception):
    """A program used what the machine does not control during an execution: its verdict would mean nothing."""


class _Kind(NamedTuple):
    things: str
    instead: str


_THREADS = _Kind("threads", "use threading, queue or concurrent.futures")
_PROCESSES = _Kind("processes", "call a function in a thread")
_SOCKETS = _Kind("sockets", "hand data over through a queue.Queue")
_SIGNALS = _Kind("signals", "use a threading.Event or a threading.Timer")
_WAITS = _Kind("waiting for files", "wait for a threading.Event or on a queue.Queue")
_NAPS = _Kind("naps", "call time.sleep in your own code")
PATCHES = _Kind("patches by name", "use patch.object(module, name) or assign to module.name")
_INPUT = _Kind("typed input", "take the value as a parameter")

_REFUSED = (
    ("threading", "Thread.start Condition.wait", _THREADS),
    ("_thread", "start_new_thread start_joinable_thread", _THREADS),
    ("subprocess", "Popen.__init__", _PROCESSES),
    (
        "os",
        "fork forkpty system startfile posix_spawn posix_spawnp execv execve spawnv spawnve",
        _PROCESSES,
    ),
    ("socket", "socket.__init__ socketpair getaddrinfo gethostbyname gethostbyaddr", _SOCKETS),
    ("os", "kill killpg", _SIGNALS),
    (
        "signal",
        "signal alarm setitimer pause sigwait sigwaitinfo sigtimedwait raise_signal pthread_kill",
        _SIGNALS,
    ),
    ("select", "select poll epoll devpoll kqueue", _WAITS),
    (
        "selectors",
        "SelectSelector.select _PollLikeSelector.select EpollSelector.select KqueueSelector.select",
        _WAITS,
    ),
    ("fcntl", "flock lockf", _WAITS),
    ("time", "sleep", _NAPS),
)
# Known by their own names, whatever it is in them that is refused.
_LIBRARIES = {
    "asyncio": ("asyncio", _THREADS),
    "multiprocessing": ("multiprocessing", _THREADS),
    "concurrent.futures": ("a pool of processes", _Kind("", "use ThreadPoolExecutor")),
}


def install() -> None:
    """Watch over what is refused during an execution, in this process."""
    for module, names, kind in _REFUSED:
        _watch(module, names, kind)
    _watch("_posixsubprocess", "fork_exec", _PROCESSES, _is_asked_by_the_program)
    if hasattr(os, "fork"):  # elsewhere `select` knows nothing but sockets
        os.read = watched(os.read, "os.read", _WAITS, when=_would_wait)
    active.USER["input"] = watched(builtins.input, "input", _INPUT)
    _watch_locks_of_processes()


@cache
def install_for(package: str) -> None:
    """Watch over a package that a program imports, and that takes too long to import for those that do not."""
    if package == "asyncio":
        for module in ("asyncio", "asyncio.events"):
            _watch(module, "new_event_loop", _THREADS)


def _always(*args: Any) -> bool:
    return True


def _watch(module_name: str, names: str, kind: _Kind, when: Callable[..., bool] = _always) -> None:
    try:
        module = importlib.import_module(module_name)
    except ImportError:
        return  # of another operating system
    for name in names.split():
        *cls, function = name.split(".")
        owner = getattr(module, cls[0], None) if cls else module
        if hasattr(owner, function):
            name_of = f"{module_name}.{name}"
            setattr(owner, function, watched(getattr(owner, function), name_of, kind, when))


def executing() -> bool:
    """Whether the code that runs is part of an execution."""
    return active.machine is not None and threading.get_ident() == active.os_thread


def refuse(name: str, kind: _Kind, caller: FrameType) -> NoReturn:
    """End the execution, in which `caller` asked for `name`."""
    machine = active.required()
    if machine.dying:
        raise GreenletExit
    where = place_of(caller) or f"in thread {machine.current.name}"
    what, instead = _named(name, kind, caller)
    machine.fail(Uncontrolled(f"{UNCONTROLLED} {what} ({where}): {instead} instead"))


def _named(name: str, kind: _Kind, caller: FrameType) -> tuple[str, str]:
    """What was used in the learner's terms, and the advice: `caller` asked for it, or a library that it called."""
    program = active.user_frame(caller)
    if program is None or program is caller:
        return name, kind.instead
    library = "a library"
    frame: FrameType | None = caller
    while frame is not None and frame is not program:
        name_of_module = frame.f_globals.get("__name__", library)
        if not name_of_module.startswith("grading."):  # we may be in between
            library = name_of_module
        frame = frame.f_back
    for known, (what, advice) in _LIBRARIES.items():
        if f"{library}.".startswith(f"{known}."):
            return what, advice.instead
    return f"{kind.things} in {library}", kind.instead


def watched(
    real: Callable[..., Any],
    name: str,
    kind: _Kind,
    when: Callable[..., bool] = _always,
) -> Callable[..., Any]:
    """`real`, which ends an execution in which it is called with arguments of which `when` is true."""

    @wraps(real)
    def asked(*args: Any, **kwargs: Any) -> Any:
        if executing() and when(*args):
            refuse(name.removesuffix(".__init__"), kind, sys._getframe(1))
        return real(*args, **kwargs)

    return asked


_select = select.select
interrupt_main = watched(_thread.interrupt_main, "_thread.interrupt_main", _SIGNALS)


def _is_asked_by_the_program(*args: Any) -> bool:
    """A semaphore of processes, in a pool that is merely made, starts the process that sees to its end."""
    module = sys._getframe(3).f_globals.get("__name__")
    return module != "multiprocessing.resource_tracker"


def _would_wait(file: int, *args: Any) -> bool:
    return not _select([file], [], [], 0)[0]


def _watch_locks_of_processes() -> None:
    """The locks of `multiprocessing` may be made, but whoever would wait for one hangs."""
    try:
        _multiprocessing: Any = importlib.import_module("_multiprocessing")
    except ImportError:
        return

    class SemLock(_multiprocessing.SemLock):  # type: ignore[misc]
        acquire = watched(_multiprocessing.SemLock.acquire, "multiprocessing.Lock", _THREADS)
        __enter__ = watched(_multiprocessing.SemLock.__enter__, "multiprocessing.Lock", _THREADS)

    _multiprocessing.SemLock = SemLock
