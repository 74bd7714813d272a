"""What suites are written with. It works on whichever `threading` the world gives; suites import it by name.

A suite says what it called and what it expects; gates and meetings hold calls where the test wants them, so that
nothing is ever measured in real time.
"""

from __future__ import annotations

import inspect
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from grading import pace
from grading.failures import BLOCKS, Mismatch
from grading.values import same, shown

__all__ = [
    "Call",
    "Gate",
    "Meeting",
    "expect",
    "expect_error",
    "expect_returned",
    "expect_that",
    "expect_type",
    "expect_waiting",
    "leftover_threads",
    "no_polling",
    "settle",
]

settle = pace.settle
_TOLERATED_TURNS = 3


def expect(called: str, *, got: object, expected: object) -> None:
    """Fail unless `got` equals `expected`: built-in values by exact type and content, all else by identity."""
    pace.observe(got)
    if _told is not None:
        _told.append((called, shown(got)))
    if not same(got, expected):
        raise Mismatch(called, shown(got), shown(expected))


def expect_type(called: str, *, got: object, expected: type) -> None:
    """Fail unless `got` is an instance of the type `expected`; a thread must not answer for itself."""
    if not issubclass(type(got), expected):
        raise Mismatch(called, shown(got), f"a {expected.__name__}")
    if issubclass(expected, threading.Thread):
        for name in ("is_alive", "ident", "daemon"):
            if (
                name in vars(got)
                or inspect.getattr_static(type(got), name) is not vars(expected)[name]
            ):
                raise Mismatch(
                    called, f"a {expected.__name__} with a {name} of its own", "a Thread"
                )


def expect_returned(called: str, returned: bool) -> None:
    """Fail unless a call has come back, which by now it must have."""
    expect_that(called, returned, got="still waits", expected="has returned")


def expect_waiting(called: str, returned: bool) -> None:
    """Fail if a call has come back, which it must not have yet."""
    expect_that(called, not returned, got="has returned already", expected="still waits")


def expect_that(called: str, holds: bool, *, got: str, expected: str) -> None:
    """Fail unless it `holds`; what came, and what should have come, is said in words."""
    if _told is not None:
        _told.append((called, expected if holds else got))
    if not holds:
        raise Mismatch(called, got, expected)


def expect_error(
    called: str,
    error: type[BaseException] | BaseException,
    function: Callable[..., Any],
    *args: Any,
    **kwargs: Any,
) -> None:
    """Fail unless `function(*args, **kwargs)` raises `error`: a type (or a subtype of it), or the very exception."""
    expected = f"raises {shown(error)}"
    try:
        result = function(*args, **kwargs)
    except BaseException as raised:
        if raised is error or (isinstance(error, type) and issubclass(type(raised), error)):
            return
        if not isinstance(raised, Exception):
            raise
        raise Mismatch(called, f"raises {shown(raised)}", expected) from None
    raise Mismatch(called, f"returns {shown(result)}", expected)


class Gate:
    """Holds whoever calls `wait` until the test opens it. One that is still shut when the test ends opens by itself."""

    def __init__(self) -> None:
        self._event = threading.Event()
        _gates.append(self)

    @property
    def opened(self) -> bool:
        """Whether it was opened."""
        return self._event.is_set()

    def wait(self) -> None:
        """Block until it is open."""
        self._event.wait()

    def open(self) -> None:
        """Let everybody through, now and later."""
        self._event.set()


class Meeting:
    """A point that calls can only pass together: proof that they overlap."""

    def __init__(self, parties: int) -> None:
        self._parties = parties
        self._arrived = 0
        self._condition = threading.Condition()

    def meet(self) -> None:
        """Block until all parties are here; fail if they never are."""
        with self._condition:
            self._arrived += 1
            self._condition.notify_all()
            if not self._condition.wait_for(lambda: self._arrived >= self._parties, pace.PATIENCE):
                pace.fail(
                    Mismatch(
                        "calls that wait for one another",
                        f"{self._arrived} of {self._parties} under way at the same time",
                        f"all {self._parties} overlap",
                    )
                )


class Call:
    """A call in a thread of the suite, made at once."""

    def __init__(self, function: Callable[..., Any], *args: Any, **kwargs: Any) -> None:
        self.returned = False
        self._result: Any = None
        self._error: BaseException | None = None
        name = f"caller-{len(_calls) + 1}"
        self._thread = threading.Thread(
            target=self._run, args=(function, args, kwargs), name=name, daemon=True
        )
        _calls.add(self._thread)
        self._thread.start()

    def _run(self, function: Callable[..., Any], args: Any, kwargs: Any) -> None:
        try:
            self._result = function(*args, **kwargs)
        except Exception as error:
            self._error = error
        self.returned = True

    def result(self) -> Any:
        """Wait until the call ends; return or raise what it did."""
        self._thread.join()
        if self._error is not None:
            raise self._error
        return self._result


@contextmanager
def no_polling(called: str) -> Iterator[None]:
    """Fail if other threads keep waking up inside, where all of them should be blocked."""
    before = pace.turns()
    pace.must_block(called)
    yield
    pace.must_block("")
    turns = pace.turns() - before
    if turns > _TOLERATED_TURNS:
        got = f"wakes up again and again while it waits ({turns} times)"
        raise Mismatch(called, got, BLOCKS)


def leftover_threads() -> list[str]:
    """The names of the threads still alive, without the main thread and the suite's own calls."""
    return sorted(
        thread.name
        for thread in threading.enumerate()
        if thread is not threading.main_thread() and thread not in _calls
    )


_gates: list[Gate] = []
_calls: set[threading.Thread] = set()
_told: list[tuple[str, str]] | None = None


def listen() -> list[tuple[str, str]]:
    """From now on this list has what the execution's expectations were told: what was called, what came."""
    global _told
    if _told is None:
        _told = []
    return _told


def forget() -> None:
    """Beginning of an execution: no gates, no calls, nothing told."""
    _gates.clear()
    _calls.clear()
    if _told is not None:
        _told.clear()


def finish() -> None:
    """End of a test with real threads: open every gate, so that nobody is left behind one."""
    for gate in _gates:
        gate.open()
    _gates.clear()
    _calls.clear()
