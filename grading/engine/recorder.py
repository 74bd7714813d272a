"""Records the steps of one execution in the learner's terms: source lines, values read and written, locks held."""

from __future__ import annotations

import inspect
import linecache
import re
import sys
from collections.abc import Callable
from types import FrameType, MemberDescriptorType
from typing import Any

from grading.engine import active
from grading.engine.machine import Machine
from grading.engine.primitives import Lock
from grading.engine.trace import Step
from grading.engine.vthread import VirtualThread

_PLAIN = (int, float, complex, str, bytes, bool, type(None))
_LONGEST = 30
_LOCK_IN_SOURCE = re.compile(r"with ([\w.\[\]]+)|([\w.\[\]]+)\.acquire\(")


class Recorder:
    """The machine's observer. A written value is looked up at the next step, when it has been stored."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self._locks: dict[Lock, str] = {}
        self._rows: list[tuple[Step, int]] = []
        self._unread: Callable[[], str] | None = None

    def access(self, owner: object, name: str, site: int, write: bool) -> None:
        """A shared place is read or written next."""
        frame = active.user_frame(sys._getframe(1))
        if frame is None:
            return
        label = "its contents" if name == "[]" or not name.isidentifier() else name
        if write:
            self._add(frame, "", site)
            self._unread = lambda: f"writes {label} = {_peek(owner, name, frame)}"
        else:
            self._add(frame, f"reads {label} = {_peek(owner, name, frame)}", site)

    def operation(self, subject: object) -> None:
        """A public operation on `subject` follows."""
        frame = active.user_frame(sys._getframe(1))
        if frame is None:
            return
        if isinstance(subject, Lock) and subject not in self._locks:
            self._locks[subject] = _name_of_lock(_source_line(frame))
        self._add(frame, "", 0)

    def blocked(self, thread: VirtualThread) -> None:
        """`thread` cannot go on."""
        running = thread is self._machine.current
        frame = active.user_frame(sys._getframe(1) if running else thread.greenlet.gr_frame)
        holder = thread.awaited.holder
        if frame is None:
            return
        if thread.operation == "sleep":
            self._add(frame, "sleeps", 0, thread)
        elif holder is None or (holder is thread and thread.operation != "acquire"):
            self._add(frame, "waits", 0, thread)
        else:
            whom = "itself" if holder is thread else holder.name
            self._add(frame, f"waits for {whom}", 0, thread)

    def steps(self) -> list[Step]:
        """All that was recorded; what `matters` touches a place at which threads race, or is an operation."""
        self._settle_write()
        sites = self._machine.sites
        return [step._replace(matters=site in sites) for step, site in self._rows]

    def ending(self) -> list[str]:
        """A sentence for each exception that escaped, and each thread that had not ended, main apart."""
        escaped = [
            f"{name} ended by {type(error).__name__}: {error}"
            for name, error in self._machine.escaped
        ]
        return escaped + [
            f"{thread.name} had not {'ended' if thread.greenlet else 'begun'} by then"
            for thread in self._machine.threads[1:]
            if not thread.ended
        ]

    def _add(
        self, frame: FrameType, note: str, site: int, thread: VirtualThread | None = None
    ) -> None:
        self._settle_write()
        thread = thread or self._machine.current
        held = tuple(name for lock, name in self._locks.items() if lock.holder is thread)
        self._rows.append(
            (
                Step(
                    self._machine.step,
                    thread.id,
                    thread.name,
                    frame.f_code.co_filename,
                    frame.f_lineno,
                    _source_line(frame),
                    note,
                    held,
                    matters=False,
                ),
                site,
            )
        )

    def _settle_write(self) -> None:
        if self._unread is not None:
            step, site = self._rows[-1]
            self._rows[-1] = (step._replace(note=self._unread()), site)
            self._unread = None


def shown(value: object) -> str:
    """A value as a timeline shows it: never by a `__repr__` of the learner's, which would be a step itself."""
    items = value if isinstance(value, (list, tuple, set)) else [value]
    plain = all(isinstance(item, _PLAIN) for item in items)
    text = repr(value) if plain else f"<{type(value).__name__}>"
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _peek(owner: Any, name: str, frame: FrameType) -> str:
    if name == "[]" or isinstance(owner, (list, dict, set)):
        return shown(owner)
    if owner is None:
        return shown(frame.f_globals[name] if name in frame.f_globals else frame.f_locals.get(name))
    try:
        held = inspect.getattr_static(
            owner, name
        )  # calls no descriptor, whose code would be a step
        return shown(held.__get__(owner) if isinstance(held, MemberDescriptorType) else held)
    except AttributeError:
        return "?"


def _source_line(frame: FrameType) -> str:
    """The line without its comment (a # in a string is rare enough in code that locks)."""
    line = linecache.getline(frame.f_code.co_filename, frame.f_lineno)
    return line.partition("  #")[0].strip()


def _name_of_lock(source: str) -> str:
    found = _LOCK_IN_SOURCE.search(source)
    return (found[1] or found[2]) if found else "lock"
