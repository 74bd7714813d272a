"""Which accesses race in a failing execution, and which lock was not held there: one plain sentence, or none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import takewhile
from typing import NamedTuple

from grading.engine import wording
from grading.engine.patterns import Pattern, found_at, races_at, taken_twice
from grading.engine.touch import Touch
from grading.engine.trace import Execution, Step

_AROUND = range(-3, 6)  # lines, from that of an expectation: what it is told was read just there
_CALLER = (
    "caller-"  # begins the names of a suite's own threads: no call can be expected to wait for them
)
_MOST = 4_000  # accesses; a program with more goes round and round, and is told that


class Diagnosis(NamedTuple):
    """A sentence, "" where nothing is certain, and what it is about: a place by its number, two accesses in conflict.

    The later of the two may lie after the failure: the write that a test should have waited for.
    """

    text: str = ""
    place: int | None = None
    conflict: tuple[Step, ...] = ()


class _Finding(NamedTuple):
    """What is found, and what speaks for it: the greatest is told."""

    looked_at: bool  # by the expectation that fails
    at: int
    said: Diagnosis


def of_execution(execution: Execution, suite: str = "") -> Diagnosis:
    """Why the recorded execution fails; `suite` is the file of the test. A deadlock's own message says it all."""
    failure = execution.failure
    if failure is None or failure.kind == "deadlock":
        return Diagnosis()
    return diagnose(
        execution.recorded,
        execution.afterwards,
        failure.at,
        suite,
        bool(execution.schedule.switches),
    )


def diagnose(
    steps: Sequence[Step],
    afterwards: Sequence[Step] = (),
    failed_at: tuple[str, int] | None = None,
    suite: str = "",
    switched: bool = True,
) -> Diagnosis:
    """What there is to say of these steps. `failed_at` is the file and line where an exception was raised.

    A read that came too early comes first, unless the test has let time pass to look on, and means to be early, or an
    update was lost. A lock is missed in the learner's file only. `switched` says that it takes switches to fail: else
    a race is no reason yet.
    """
    touches = _touches(steps)
    later = _touches(afterwards)
    looks = list(_last_looks(touches, later, failed_at, suite))
    looks_on = any(step.filename == suite and step.note in ("waits", "sleeps") for step in steps)
    late = Diagnosis() if looks_on else _missing_wait(steps, looks, touches, later, suite)
    if len(touches) > _MOST:
        return late
    places: defaultdict[int, list[Touch]] = defaultdict(list)
    for touch in touches:
        if touch.step.filename != suite:
            places[touch.access.place].append(touch)
    looked_at = {look.access.place for look in looks}
    for find in (
        partial(found_at, failed_at=failed_at),
        *([taken_twice, races_at] if switched else ()),
    ):
        findings = [
            _Finding(place in looked_at, found.act.step.number, _told(found, place))
            for place, there in places.items()
            for found in find(there)
            if not late.text or (switched and found.loses)
        ]
        if findings:
            return max(findings, key=_weight).said
    return late


def _weight(finding: _Finding) -> tuple[bool, int, str]:
    return finding.looked_at, finding.at, finding.said.text


def _told(found: Pattern, place: int) -> Diagnosis:
    return Diagnosis(found.text, place, (found.between.step, found.act.step))


def _touches(steps: Sequence[Step]) -> list[Touch]:
    return [Touch(step, step.access) for step in steps if step.access is not None]


def _last_looks(
    touches: Sequence[Touch],
    later: Sequence[Touch],
    failed_at: tuple[str, int] | None,
    suite: str,
) -> Iterator[Touch]:
    """What the test read last of what other threads touch too: around the line on which it failed, or in the call."""
    shared = {t.access.place for t in (*touches, *later) if t.step.thread != 0}
    looks = [t for t in touches if t.step.thread == 0 and t.access.place in shared]
    if not looks or failed_at is None:
        return
    file, line = looks[-1].line
    in_the_call = file != suite == failed_at[0]
    if in_the_call or (file == failed_at[0] and line - failed_at[1] in _AROUND):
        yield from takewhile(lambda look: look.line == (file, line), reversed(looks))


def _missing_wait(
    steps: Sequence[Step],
    looks: Sequence[Touch],
    touches: Sequence[Touch],
    later: Sequence[Touch],
    suite: str,
) -> Diagnosis:
    """The test read what another thread writes only afterwards, and nothing puts the two in order."""
    for look in looks:
        for write in (*touches[touches.index(look) + 1 :], *later):
            same = write.writes and write.access.place == look.access.place
            waits = look.step.filename == suite or not write.step.name.startswith(_CALLER)
            if same and waits and not look.writes and look.races_with(write):
                name = look.access.name or write.access.name
                if name:
                    text = wording.missing_wait(look, write, name, _given_up(steps, look, write))
                    return Diagnosis(text, look.access.place, (look.step, write.step))
    return Diagnosis()


def _given_up(steps: Sequence[Step], look: Touch, write: Touch) -> Step | None:
    """The last wait before `look` that ended before the write: a join of its thread, or a wait for something else."""
    its_end = f"waits for {write.step.name}"
    waits = [
        step
        for step in steps
        if step.thread == look.step.thread
        and step.number < look.step.number
        and (step.note == "waits" or (step.note == its_end and "join(" in step.source))
    ]
    return waits[-1] if waits else None
