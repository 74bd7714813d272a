"""The virtual `_thread`: locks, threads and their identity, on the machine's `point`, `block` and `ready` alone.

All else of `threading`, `queue` and `concurrent.futures` is the standard library's own code on top (see `stdlib`).
A lock that is asked for from the standard library's own code is no switch point: the public operation was the point.
"""

from __future__ import annotations

import itertools
import sys
from _thread import TIMEOUT_MAX
from collections.abc import Callable
from types import FrameType
from typing import Any

from greenlet import GreenletExit

from grading.engine import active
from grading.engine.clocks import Clock, merge, publish
from grading.engine.machine import Machine
from grading.engine.strategies import RELEASE, START
from grading.engine.vthread import VirtualThread

MAIN_IDENT = 1
_OUTSIDE = VirtualThread(
    -1, "nobody", lambda: None, daemon=True
)  # holds what is taken outside of an execution


class Lock:
    """A virtual lock. Whoever takes it knows what its last holder knew when giving it back."""

    __slots__ = ("__weakref__", "_clock", "_count", "_owner", "_place", "_waiters")
    _unheld = "release unlocked lock"

    def __init__(self) -> None:
        self._place = _new_place()
        self.free()

    def free(self) -> None:
        """Forget who holds it and who waits."""
        self._owner: VirtualThread | None = None
        self._count = 0
        self._waiters: list[VirtualThread] = []
        self._clock: Clock = {}

    @property
    def holder(self) -> VirtualThread | None:
        """The thread that took it last and has not given it back."""
        return self._owner

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Take the lock; False if it is held and `blocking` is false or `timeout` (seconds) ran out."""
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if timeout < 0 and timeout != -1:
            raise ValueError("timeout value must be a non-negative number")
        if timeout > TIMEOUT_MAX:
            raise OverflowError("timeout value is too large")
        machine = active.machine
        if machine is None or machine.dying:
            return self._take_at_rest(blocking)
        patient = blocking and timeout == -1
        if not patient:
            machine.sites.add(RELEASE)
        if active.is_public(sys._getframe(1)):
            self._reach(machine, patient)
        return self._take(machine, blocking, timeout)

    def _reach(self, machine: Machine, patient: bool) -> None:
        """The switch point before taking it. Who would have to wait is not there yet: it goes on when it is free."""
        thread = machine.current
        if not patient:
            machine.operate("acquire", self)
        elif not self._is_taken_for(thread):
            self._want(machine)
            thread.awaited = self
            self._waiters.append(thread)
            machine.operate("acquire", self)
            self._waiters.remove(thread)
        else:
            machine.announce("acquire", self)

    def _take_at_rest(self, blocking: bool) -> bool:
        """Outside of a running execution there is nobody to wait for: who would have to wait ends."""
        if self._owner is None:
            self._owner = _OUTSIDE
            return True
        if blocking:
            raise GreenletExit
        return False

    def _take(self, machine: Machine, blocking: bool, timeout: float) -> bool:
        thread = machine.current
        deadline = None if timeout < 0 else machine.roster.now + timeout
        while self._is_taken_for(thread):
            if not blocking or timeout >= 0:
                machine.touch(self._place, False)
            if not blocking or timeout == 0:
                return False
            self._want(machine)
            self._waiters.append(thread)
            in_time = machine.block(self, deadline)
            self._waiters.remove(thread)
            if not in_time:
                if machine.trail is not None:
                    machine.trail.give_up(self._place)
                return False
        self._owner = thread
        self._count += 1
        machine.takes += 1
        if machine.trail is not None:
            machine.trail.take(self._place, patient=blocking and timeout < 0)
        merge(thread.clock, self._clock)
        for waiter in self._waiters:
            machine.unready(waiter)
        return True

    def _want(self, machine: Machine) -> None:
        if machine.trail is not None:
            machine.trail.want(self._place)

    def _is_taken_for(self, thread: VirtualThread) -> bool:
        return self._owner is not None

    def release(self) -> None:
        """Give it back; RuntimeError if it is not held."""
        self._release(sys._getframe(1))

    def _release(self, caller: FrameType) -> None:
        machine = active.machine
        if machine is None or machine.dying:
            self._owner = None
            return
        if active.is_public(caller):
            machine.point(RELEASE)
        if self._owner is None:
            raise RuntimeError(self._unheld)
        self._give_back(machine)

    def _give_back(self, machine: Machine) -> None:
        thread = machine.current
        known = publish(thread.clock, thread.id)
        if self._owner is thread:
            self._clock = known  # it learned what the lock knew when it took it
        else:
            merge(self._clock, known)
        self._owner = None
        self._count = 0
        if machine.trail is not None:
            machine.trail.give_back(self._place)
        for waiter in self._waiters:
            machine.ready(waiter)

    def locked(self) -> bool:
        """Whether anybody holds it."""
        if active.machine is not None:
            active.machine.sites.add(RELEASE)
            active.machine.touch(self._place, False)
        return self._owner is not None

    def _is_owned(self) -> bool:
        # Condition asks this of a plain lock; its own way, a try to acquire, would look like an operation.
        return self._owner is not None or _at_rest()

    def _at_fork_reinit(self) -> None:
        self.free()

    # `with lock:` is acquire and release; the frame that counts is the same one.
    __enter__ = acquire

    def __exit__(self, *exc_info: object) -> None:
        self._release(sys._getframe(1))

    def __repr__(self) -> str:
        state = "unlocked" if self._owner is None else "locked"
        return f"<{state} {type(self).__name__}>"


class RLock(Lock):
    """A virtual lock that its holder may take again, and gives back as often."""

    __slots__ = ()
    _unheld = "cannot release un-acquired lock"

    def _is_taken_for(self, thread: VirtualThread) -> bool:
        return self._owner is not None and self._owner is not thread

    def _give_back(self, machine: Machine) -> None:
        if self._owner is not machine.current:
            raise RuntimeError(self._unheld)
        if self._count > 1:
            self._count -= 1
        else:
            super()._give_back(machine)

    def _is_owned(self) -> bool:
        return _at_rest() or (self._owner is not None and self._owner is active.required().current)

    def _recursion_count(self) -> int:
        return self._count if self._is_owned() else 0

    def _release_save(self) -> int:
        machine = active.required()
        if machine.dying:
            self._owner = None
            return 1
        if self._owner is not machine.current:
            raise RuntimeError(self._unheld)
        count, self._count = self._count, 1
        self._give_back(machine)
        return count

    def _acquire_restore(self, count: int) -> None:
        machine = active.required()
        if not machine.dying:
            self._take(machine, blocking=True, timeout=-1)
            self._count = count


_outside = itertools.count()


def _new_place() -> tuple[int, int]:
    """The name of a new lock: by the thread that makes it, so that executions that begin alike name it alike."""
    machine = active.machine
    if machine is None:
        return (-1, next(_outside))
    maker = machine.current
    maker.made += 1
    return (maker.id, maker.made)


def _at_rest() -> bool:
    """Whether operations do nothing: no execution, or one whose threads are unwinding."""
    return active.machine is None or active.machine.dying


class Handle:
    """What 3.13's `threading` keeps for a thread, to ask whether it has ended."""

    def __init__(self, thread: VirtualThread | int | None = None) -> None:
        self._thread = thread

    def is_done(self) -> bool:
        """Whether the thread was started and has ended."""
        return isinstance(self._thread, VirtualThread) and self._thread.ended


def start_new_thread(
    function: Callable[..., object],
    args: tuple[Any, ...] = (),
    kwargs: dict[str, Any] | None = None,
) -> int:
    """The low-level start: run `function` in a new virtual thread, and give its ident."""
    name = getattr(function, "__name__", "thread")
    thread = active.required().spawn(name, lambda: _call(function, args, kwargs or {}), False)
    return thread.ident


def _call(function: Callable[..., object], args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    try:
        function(*args, **kwargs)
    except (SystemExit, GreenletExit):
        pass
    except active.FATAL:
        raise
    except BaseException as error:
        machine = active.required()
        machine.escaped.append((machine.current.name, error))


def get_ident() -> int:
    """The ident of the running virtual thread."""
    if active.machine is None:
        return MAIN_IDENT
    if sys._getframe(1).f_builtins is not active.STDLIB:  # the library asks often, and keeps none
        ask_for_ident()
    return active.machine.current.ident


def get_native_id() -> int:
    """The ident that the operating system has for the running thread: it gives none out twice for a long time."""
    return MAIN_IDENT if active.machine is None else active.machine.current.id + 1


def ask_for_ident() -> None:
    """The program looks at an ident: whose it is depends on who had ended when its thread was started."""
    if active.machine is not None:
        active.machine.sites.add(START)


_SMALLEST_STACK = 32 * 1024  # bytes
_stack_size = 0


def stack_size(size: int = 0, /) -> int:
    """Take the size of the stacks of new threads (bytes, or 0 for the usual one); gives the size before.

    Virtual threads have as much as they need. Raises ValueError if `size` is neither 0 nor enough.
    """
    global _stack_size
    if size < 0 or 0 < size < _SMALLEST_STACK:
        raise ValueError(f"size not valid: {size} bytes")
    _stack_size, before = size, _stack_size
    return before
