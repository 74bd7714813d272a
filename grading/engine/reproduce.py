"""One schedule again: what is executed, whether it comes out the same, the smallest schedule that fails so."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from grading.engine.model import execute
from grading.engine.segments import Trail
from grading.engine.strategies import Chooser, Replay
from grading.engine.trace import Execution, Schedule, Step

SHRINKING = 200  # executions of each pass over a failing schedule, at most


class Unreproducible(Exception):
    """A schedule failed and, replayed, did not fail in the same way: a fault of the grader or of its surroundings."""


class Stale(Exception):
    """A schedule that does not fit the program, which was probably edited since."""


@dataclass(frozen=True, slots=True)
class Test:
    """A body that is executed anew for every schedule, and how it may be executed."""

    body: Callable[[], None]
    punctual: bool = False
    may_escape: bool = False

    def execute(
        self,
        chooser: Chooser,
        sites: set[int] | None = None,
        record: bool = False,
        follow: bool = True,
        trail: Trail | None = None,
        most: float = math.inf,
    ) -> Execution:
        """One execution under `chooser`; see `model.execute`."""
        return execute(
            self.body,
            chooser,
            sites=sites,
            punctual=self.punctual,
            may_escape=self.may_escape,
            record=record,
            follow=follow,
            trail=trail,
            most=most,
        )


def confirmed(test: Test, execution: Execution) -> Execution:
    """The failing execution with the fewest switches, recorded. Unreproducible if its schedule does not fail again."""
    shrunk = _Shrinking(test, execution).schedule()
    replayed = test.execute(Replay(shrunk), record=True)
    if not _same(replayed, execution):
        again = test.execute(Replay(shrunk), record=True)
        raise Unreproducible(_once_and_not_again(shrunk, replayed, again))
    return replayed


def is_steady(test: Test, execution: Execution) -> bool:
    """Whether schedules do the same again: the default one, step by step, and that of `execution`.

    Unreproducible if one fails only once.
    """
    first, second = (test.execute(Replay(Schedule()), record=True) for _ in range(2))
    if bool(first.failure) != bool(second.failure):
        raise Unreproducible(_once_and_not_again(Schedule(), first, second))
    again = test.execute(Replay(execution.schedule))
    return _difference(first, second) is None and _difference(execution, again) is None


def _once_and_not_again(schedule: Schedule, first: Execution, second: Execution) -> str:
    reason = (
        _difference(first, second) or "does the program depend on real time, chance or addresses?"
    )
    return f"the schedule {schedule.token} failed once and not again: {reason}"


def _difference(first: Execution, second: Execution) -> str | None:
    """What the second of two executions of one schedule did otherwise, in a sentence."""
    for one, other in zip(first.recorded, second.recorded, strict=False):
        if one != other:
            return f"{_said(one)} the first time, and {_said(other)} the second"
    if (first.steps, first.schedule) != (second.steps, second.schedule):
        return f"it took {first.steps} steps the first time, and {second.steps} the second"
    return None


def _said(step: Step) -> str:
    what = step.note or step.source
    return f"line {step.line} of {step.filename.rpartition('/')[2]} ({step.name}: {what})"


class _Shrinking:
    """Tries schedules that are simpler than a failing one, and keeps those that fail in the same way."""

    def __init__(self, test: Test, execution: Execution) -> None:
        self._test = test
        self._execution = execution
        self._tries = 0
        self._switches = execution.schedule.switches

    def schedule(self) -> Schedule:
        """The simplest that is found."""
        for simplify in (self._leave_out, self._move_up, self._leave_out):
            self._tries = 0
            simplify()
        return Schedule(self._switches)

    def _leave_out(self) -> None:
        """Leave out switches, the last ones first, until every one that is left is needed."""
        position = len(self._switches) - 1
        while position >= 0:
            shorter = self._switches[:position] + self._switches[position + 1 :]
            position = len(self._switches) - 1 if self._fails(shorter) else position - 1

    def _move_up(self) -> None:
        """Move each switch to the earliest step that does: what leads up to it is the shorter to tell."""
        for position, (step, thread) in enumerate(self._switches):
            before, after = self._switches[:position], self._switches[position + 1 :]
            first = before[-1][0] + 1 if before else 1
            for earlier in range(first, step):
                if self._fails((*before, (earlier, thread), *after)):
                    break

    def _fails(self, switches: tuple[tuple[int, int], ...]) -> bool:
        """Whether it fails in the same way and with no more switches; then it is kept."""
        self._tries += 1
        if self._tries > SHRINKING:
            return False
        tried = self._test.execute(Replay(Schedule(switches)))
        kept = _same(tried, self._execution) and len(tried.schedule.switches) <= len(switches)
        if kept:
            self._switches = tried.schedule.switches
        return kept


def _same(one: Execution, other: Execution) -> bool:
    if one.failure is None or other.failure is None:
        return False
    return (one.failure.kind, _type_of(one)) == (other.failure.kind, _type_of(other))


def _type_of(execution: Execution) -> str:
    """The type of the error by its name: a class of the program's is made anew for every execution."""
    assert execution.failure is not None
    cls = type(execution.failure.error)
    return f"{cls.__module__}.{cls.__qualname__}"
