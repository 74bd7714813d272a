"""Records the steps of one execution in the learner's terms: source lines, values read and written, locks held."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Sequence
from types import FrameType, MemberDescriptorType
from typing import Any, NamedTuple

from grading.engine import active
from grading.engine.holdings import Holdings
from grading.engine.machine import Machine
from grading.engine.naming import name_of, source_line, subscripts_of
from grading.engine.natures import CONTAINERS
from grading.engine.places import CONTENTS, POSITION
from grading.engine.reasons import describe_error
from grading.engine.trace import Access, Decision, Step, Turn, called
from grading.engine.vthread import VirtualThread
from grading.values import shown

_PLAIN = (int, float, complex, str, bytes, bool, type(None))
_LONGEST = 30
_LARGEST = 100  # items of a container that are compared before and after a write
_MOST_NAMES = 6
_UNKNOWN = object()
_UNSEEN = "?"


class _Place(NamedTuple):
    """Where an access goes: the key that the hooks give, the object that it belongs to, the frame that goes there."""

    key: Sequence[Any]
    owner: object
    frame: FrameType

    @property
    def is_container(self) -> bool:
        return self.key[-1] in (CONTENTS, POSITION)

    def name(self) -> str:
        return name_of(self.owner, self.frame) if self.is_container else self.key[-1]

    def content(self) -> object:
        """The object that is there now; a container's contents are the container."""
        name = self.key[-1]
        if self.is_container:
            return self.owner
        if self.owner is None:
            scope = self.frame.f_globals if len(self.key) == 2 else self.frame.f_locals
            return scope.get(name, _UNKNOWN)
        held = inspect.getattr_static(self.owner, name, _UNKNOWN)  # calls no code of the learner's
        return held.__get__(self.owner) if isinstance(held, MemberDescriptorType) else held

    def items(self) -> dict[int, int]:
        """Of a small container: where each item is (its index, or which key), and which object it is."""
        value: Any = self.owner
        if not self.is_container or type(value) not in CONTAINERS or len(value) > _LARGEST:
            return {}
        if isinstance(value, dict):
            return {id(key): id(item) for key, item in value.items()}
        if isinstance(value, set):
            return {id(item): id(item) for item in value}
        return {index: id(item) for index, item in enumerate(value)}

    def subscripts(self) -> set[int]:
        """The items that the line names, by the same numbers as `items`, as far as they are numbers or strings."""
        found = subscripts_of(self.owner, self.frame)
        if type(self.owner) is not dict:
            return {item for item in found if type(item) is int}
        plain = [item for item in found if isinstance(item, _PLAIN)]
        return {id(key) for key in self.owner if isinstance(key, _PLAIN) and key in plain}


class Recorder:
    """The machine's observer. A written value is looked up at the next step, when it has been stored."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self._holdings = Holdings()
        self._places: dict[Sequence[Any], int] = {}
        self._contents: dict[int, int] = {}
        self._numbers: dict[int, int] = {}
        self._doubtful: set[int] = set()
        self._rows: list[tuple[Step, int]] = []
        self._turns: list[Turn] = []
        self._length: int | None = None
        self._unread: tuple[_Place, dict[int, int], set[int]] | None = None

    def access(self, key: Sequence[Any], owner: object, site: int, write: bool) -> None:
        """The place `key`, an attribute or the contents of `owner` or a variable, is read or written next."""
        frame = active.user_frame(sys._getframe(1))
        if frame is None:
            return
        place = _Place(key, owner, frame)
        if place.is_container and owner is None:
            return  # the step before has said whose contents these are, and they are not changed yet
        self._settle_write()
        self._holdings.goes_on(self._machine.current)
        number = self._places.setdefault(key, len(self._places))
        content = place.content()
        clock = dict(self._machine.current.clock)
        items: frozenset[int] | None = frozenset() if place.is_container else None
        access = Access(number, place.name(), _text(content), write, clock, items)
        if write:
            self._add(frame, "", site, access=access)
            self._unread = place, place.items(), place.subscripts()
        else:
            self._check(place, number, content)
            self._add(
                frame,
                _note("reads", access),
                site,
                access=access,
            )

    def operation(self, subject: object) -> None:
        """A public operation on `subject` follows."""
        frame = active.user_frame(sys._getframe(1))
        if frame is None:
            return
        self._holdings.goes_on(self._machine.current)
        self._add(frame, "", 0)
        self._holdings.begins(self._machine.current, subject, frame)

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
            whom = "itself" if holder is thread else called(holder.id, holder.name)
            self._add(frame, f"waits for {whom}", 0, thread)

    def decided(self, decision: Decision, thread: int) -> None:
        """Several could go on, and `thread` does."""
        if self._length is None:
            self._turns.append(Turn(len(self._rows), decision, thread))

    def follow(self) -> None:
        """The test has failed: what the threads that are left would still have done is recorded apart."""
        self._settle_write()
        self._length = len(self._rows)
        if self._machine.threads[0].ended:
            self._machine.run_on()

    def steps(self) -> list[Step]:
        """All that was recorded; what `matters` touches a place at which threads race, or is an operation."""
        return self._finished()[: self._length]

    def turns(self) -> list[Turn]:
        """Who went on where several could, until the test was over."""
        return self._turns

    def afterwards(self) -> list[Step]:
        """What was recorded by `follow`."""
        return [] if self._length is None else self._finished()[self._length :]

    def ending(self) -> list[str]:
        """A sentence for each exception that escaped, and who had not ended or not even begun, main apart."""
        escaped = [
            f"{name} ended by {describe_error(error)}" for name, error in self._machine.escaped
        ]
        left = [thread for thread in self._machine.threads[1:] if not thread.ended]
        return escaped + [
            f"{_listed(names)} had not {what} by then"
            for what, names in (
                ("ended", [thread.name for thread in left if thread.begun]),
                ("begun", [thread.name for thread in left if not thread.begun]),
            )
            if names
        ]

    def _finished(self) -> list[Step]:
        self._settle_write()
        return [
            step._replace(
                matters=site in self._machine.sites,
                access=None
                if step.access is None or step.access.place in self._doubtful
                else step.access,
            )
            for step, site in self._rows
        ]

    def _add(
        self,
        frame: FrameType,
        note: str,
        site: int,
        thread: VirtualThread | None = None,
        access: Access | None = None,
    ) -> None:
        self._settle_write()
        thread = thread or self._machine.current
        held = self._holdings.of(thread)
        step = Step(
            self._machine.step,
            thread.id,
            thread.name,
            frame.f_code.co_filename,
            frame.f_lineno,
            source_line(frame),
            note,
            tuple(held.values()),
            matters=False,
            access=access,
            locks=tuple(held),
        )
        self._rows.append((step, site))

    def _settle_write(self) -> None:
        if self._unread is None:
            return
        place, before, named = self._unread
        self._unread = None
        step, site = self._rows[-1]
        assert step.access is not None
        content = place.content()
        self._contents[step.access.place] = id(content)
        access = step.access._replace(value=_text(content))
        if place.is_container:
            after = place.items()
            known = {**before, **after}
            changed = [
                key for key in known if before.get(key) != after.get(key) or key in named
            ] + sorted(named - known.keys())
            access = access._replace(items=frozenset(self._numbered(place, changed)))
        self._rows[-1] = (step._replace(note=_note("writes", access), access=access), site)

    def _numbered(self, place: _Place, items: list[int]) -> list[int]:
        """Numbers in place of the addresses of keys, in the order in which they turn up: the same in every replay."""
        if isinstance(place.owner, dict | set):
            return [self._numbers.setdefault(item, len(self._numbers)) for item in items]
        return items

    def _check(self, place: _Place, number: int, content: object) -> None:
        """Doubt a variable of a function that is not as it was left: two calls of the function have one each."""
        if place.owner is None and self._contents.setdefault(number, id(content)) != id(content):
            self._doubtful.add(number)


def _listed(names: list[str]) -> str:
    *most, last = names if len(names) < _MOST_NAMES else [*names[:3], f"{len(names) - 3} others"]
    return f"{', '.join(most)} and {last}" if most else last


def _note(verb: str, access: Access) -> str:
    """What a timeline says of an access; nothing of what cannot be seen, as the numbers that `id` gives out."""
    if access.value == _UNSEEN:
        return ""
    return f"{verb} {access.name} = {access.value}" if access.name else f"{verb} {access.value}"


def _text(content: object) -> str:
    return _UNSEEN if content is _UNKNOWN else shown(content, _LONGEST)
