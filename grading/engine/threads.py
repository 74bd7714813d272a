"""Start, join and identity of threads in the copy of `threading`: the same for every version of Python.

The standard library's own start is a handshake of locks that differs from 3.11 to 3.14; as the schedule of a program
must not, a start is one spawn here, and a join one wait.
"""

from __future__ import annotations

import itertools
import sys
import threading as real_threading
from functools import partial, wraps
from types import ModuleType
from typing import Any

from greenlet import GreenletExit

from grading.engine import accesses, active, hooks, places, primitives
from grading.engine.clocks import merge
from grading.engine.machine import Machine
from grading.engine.primitives import MAIN_IDENT, Handle
from grading.engine.strategies import OPERATION, START
from grading.engine.vthread import VirtualThread
from grading.instrument import library_site

_FILE = real_threading.__file__


class Numbers:
    """Gives the numbers in the names of threads or pools, which every execution counts anew."""

    def __init__(self, first: int) -> None:
        self._first = first
        self.restart()

    def restart(self) -> None:
        """Count from the first number again."""
        self._next = itertools.count(self._first).__next__

    def __call__(self) -> int:
        """The next number."""
        return self._next()


def install(threading: ModuleType, threading_local: ModuleType) -> None:
    """Give the copy of `threading` the machine's threads."""
    thread_class = threading.Thread
    threading.local = threading_local.local  # type: ignore[attr-defined]
    threading._register_atexit = lambda *args, **kwargs: None  # type: ignore[attr-defined]
    forget_hook(threading)
    threading._counter = Numbers(first=1)  # type: ignore[attr-defined]

    def start(self: Any) -> None:
        """Spawn the thread; RuntimeError if it was started before."""
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._started._flag:
            raise RuntimeError("threads can only be started once")
        machine = active.required()
        machine.point(START)
        self._started._flag = True
        machine.announce("Thread.start")
        self._target = in_steps(self._target)
        if isinstance(self, threading.Timer):
            self.function = in_steps(self.function)
        virtual = machine.spawn(self._name, lambda: _live(self), self.daemon)
        machine.touch("life", True, self, id(self))
        machine.touch("threads", True)
        if machine.idents:
            virtual.ident = machine.idents.pop()
        self._virtual = virtual
        self._handle = Handle(virtual)
        self._ident, self._native_id = virtual.ident, virtual.id + 1
        threading._active[self._ident] = self

    def join(self: Any, timeout: float | None = None) -> None:
        """Wait until the thread has ended, or for `timeout` seconds."""
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if not self._started._flag:
            raise RuntimeError("cannot join thread before it is started")
        if self is threading.current_thread():
            raise RuntimeError("cannot join current thread")
        machine = active.required()
        if machine.dying:
            return
        if active.is_public(sys._getframe(1)):
            machine.announce("Thread.join")
        _wait_for_end(machine, _virtual_of(self, machine), timeout)
        machine.touch("life", False, self, id(self))

    def is_alive(self: Any) -> bool:
        """Whether it was started and has not ended."""
        assert self._initialized, "Thread.__init__() not called"
        machine = active.required()
        machine.sites.add(START)
        if active.is_public(sys._getframe(1)):
            machine.operate("is_alive")
            machine.touch("life", False, self, id(self))
        return bool(self._started._flag) and not _virtual_of(self, machine).ended

    def ident(self: Any) -> int | None:
        """See `threading.Thread.ident`; who asks may meet the ident of a thread that has ended."""
        if self._ident is not None:
            primitives.ask_for_ident()
        return self._ident  # type: ignore[no-any-return]

    def _live(self: Any) -> None:
        context = getattr(self, "_context", None)  # since 3.14 a thread can be given one
        try:
            context.run(self.run) if context is not None else self.run()
        except GreenletExit:
            pass
        except active.FATAL:
            raise
        except BaseException:
            _tell_of_escape(threading, self)
        finally:
            machine = active.machine
            if machine is not None:
                machine.point(START)
                machine.touch("life", True, self, id(self))
                if START in machine.sites:
                    machine.touch("threads", True)
                machine.idents.append(self._ident)
            threading._active.pop(self._ident, None)
            _forget_locals(self)
            self._is_stopped = True

    # Hooks for debuggers are taken, and never called: a virtual thread begins within a real one.
    for kind in ("trace", "profile"):
        if hasattr(threading, f"set{kind}_all_threads"):
            setattr(threading, f"set{kind}_all_threads", getattr(threading, f"set{kind}"))
    for method in (start, join, is_alive):
        setattr(thread_class, method.__name__, method)
    thread_class.ident = property(ident)
    thread_class.__repr__ = _asks_for_ident(thread_class.__repr__)
    thread_class._virtual = None

    threading.enumerate = _asks_who_is_alive(threading.enumerate)  # type: ignore[attr-defined]
    threading.active_count = _asks_who_is_alive(threading.active_count)  # type: ignore[attr-defined]


def _asks_for_ident(shown: Any) -> Any:
    @wraps(shown)
    def asked(self: Any) -> Any:
        primitives.ask_for_ident()
        return shown(self)

    return asked


def _virtual_of(thread: Any, machine: Machine) -> VirtualThread:
    """The machine's thread of one that was started, is the main one, or stands for one that `_thread` started."""
    return thread._virtual or machine.threads[thread._ident - 1]  # type: ignore[no-any-return]


def _forget_locals(thread: Any) -> None:
    """The values that a thread keeps in `threading.local` end with it, although the thread can still be asked about."""
    for name in [name for name in vars(thread) if name.startswith("_threading_local.")]:
        local = vars(thread)[name]()
        if local is not None:
            local.dicts.pop(id(thread), None)


def in_steps(called: Any) -> Any:
    """What a program hands over to be called: where that is a built-in, its access to a container is seen there too."""
    if isinstance(called, partial):
        return partial(in_steps(called.func), *called.args, **called.keywords)
    return hooks.function(called, OPERATION)


def _asks_who_is_alive(function: Any) -> Any:
    def asked() -> Any:
        machine = active.required()
        machine.sites.add(START)
        machine.operate(function.__name__)
        machine.touch("threads", False)
        return function()

    asked.__doc__ = function.__doc__
    return asked


def _wait_for_end(machine: Machine, awaited: VirtualThread, timeout: float | None) -> None:
    if not awaited.ended:
        deadline = None if timeout is None else machine.roster.now + max(timeout, 0)
        awaited.joiners.append(machine.current)
        in_time = machine.block(awaited, deadline)
        awaited.joiners.remove(machine.current)
        if not in_time:
            return
    merge(machine.current.clock, awaited.clock)


def _tell_of_escape(threading: ModuleType, thread: Any) -> None:
    """Hand what escaped `thread` to `threading.excepthook`, as `Thread._invoke_excepthook` does.

    A claim of the test's that fails in the hook must not be swallowed, and the hook may be in the middle of a change.
    """
    machine = active.required()
    touches = places.attribute(threading, "excepthook", False)
    if touches:
        accesses.step(machine, library_site(_FILE, "read", "excepthook"), touches)
    hook = in_steps(threading.excepthook or threading.__excepthook__)
    try:
        hook(threading.ExceptHookArgs([*sys.exc_info(), thread]))
    except (SystemExit, GreenletExit):
        pass
    except active.FATAL:
        raise
    except Exception:
        print("Exception in threading.excepthook:", file=sys.stderr, flush=True)
        sys.excepthook(*sys.exc_info())


def _record_escape(args: Any, /) -> None:
    """The `threading.excepthook` of the model world: the machine reports what escaped."""
    if args.exc_type is SystemExit:
        return
    machine = active.required()
    name = args.thread.name if args.thread is not None else machine.current.name
    machine.escaped.append((name, args.exc_value))


def forget_hook(threading: ModuleType) -> None:
    """Let the machine be told again, without a look at what stands there: that may say that it equals everything."""
    threading.excepthook = threading.__excepthook__ = _record_escape  # type: ignore[attr-defined]


def reset(threading: ModuleType) -> None:
    """Forget every thread but the main one, and count names from one again."""
    threading._active.clear()
    threading._active[MAIN_IDENT] = threading._main_thread
    threading._limbo.clear()
    threading._dangling.clear()
    threading._counter.restart()
    threading.stack_size(0)
