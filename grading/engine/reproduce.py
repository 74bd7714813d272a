"""One schedule again: what is executed, whether it comes out the same, the smallest schedule that fails so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from grading.engine.model import execute
from grading.engine.segments import Trail
from grading.engine.strategies import Chooser, Replay
from grading.engine.trace import Execution, Schedule, Step

SHRINKING = 200  # executions that a failing schedule is shrunk with, at most


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
        trail: Trail | None = None,
    ) -> Execution:
        """One execution under `chooser`."""
        return execute(
            self.body,
            chooser,
            sites=sites,
            punctual=self.punctual,
            may_escape=self.may_escape,
            record=record,
            trail=trail,
        )


def confirmed(test: Test, execution: Execution) -> Execution:
    """The failing execution with the fewest switches, recorded. Unreproducible if its schedule does not fail again."""
    shrunk = _shrink(test, execution)
    replayed = test.execute(Replay(shrunk), record=True)
    if not _same(replayed, execution):
        again = test.execute(Replay(shrunk), record=True)
        raise Unreproducible(_once_and_not_again(shrunk, replayed, again))
    return replayed


def is_steady(test: Test, schedule: Schedule) -> bool:
    """Whether `schedule`, executed twice, does the same both times. Unreproducible if it fails only once."""
    first, second = (test.execute(Replay(schedule), record=True) for _ in range(2))
    if bool(first.failure) != bool(second.failure):
        raise Unreproducible(_once_and_not_again(schedule, first, second))
    return _difference(first, second) is None


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


def _shrink(test: Test, execution: Execution) -> Schedule:
    """Leave out switches, the last ones first, as long as the same failure comes."""
    switches = execution.schedule.switches
    tries = 0
    position = len(switches) - 1
    while position >= 0 and tries < SHRINKING:
        fewer = switches[:position] + switches[position + 1 :]
        tried = test.execute(Replay(Schedule(fewer)))
        tries += 1
        if _same(tried, execution) and len(tried.schedule.switches) < len(switches):
            switches = tried.schedule.switches
            position = len(switches)
        position -= 1
    return Schedule(switches)


def _same(one: Execution, other: Execution) -> bool:
    if one.failure is None or other.failure is None:
        return False
    return (one.failure.kind, type(one.failure.error)) == (
        other.failure.kind,
        type(other.failure.error),
    )
