"""Many executions of one test: search for a failing schedule, shrink it, replay it, and say what was searched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from grading.engine.model import execute
from grading.engine.strategies import OPERATION, Chooser, Exhaustive, RandomWalk, Replay
from grading.engine.trace import Execution, Schedule

BUDGET = 600  # executions of one test at most; three levels of preemptions share two thirds, chance has the rest
SHRINKING = 200


class Unreproducible(Exception):
    """A schedule failed and, replayed, did not fail in the same way: a fault of the grader or of its surroundings."""


@dataclass(frozen=True, slots=True)
class Search:
    """What was searched: `proved` (nothing is left), `bounded` (up to a number of preemptions) or `sampled`.

    `schedules` is the number of executions, `preemptions` what all of them were tried up to.
    """

    kind: str
    schedules: int
    preemptions: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result for one test: the shrunk and recorded failing execution (None where none was found), the search."""

    failing: Execution | None
    search: Search


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
    ) -> Execution:
        """One execution under `chooser`."""
        return execute(
            self.body,
            chooser,
            sites=sites,
            punctual=self.punctual,
            may_escape=self.may_escape,
            record=record,
        )


def replay(test: Test, schedule: Schedule) -> Verdict:
    """Execute `test` under one schedule, recorded. LookupError if the schedule does not fit the program any more."""
    execution = test.execute(Replay(schedule), record=True)
    if execution.strayed or execution.schedule != schedule:
        raise LookupError(
            f"the schedule {schedule.token} does not fit this program any more (was the file edited since?): "
            "run the test without --schedule"
        )
    return Verdict(
        execution if execution.failure else None, Search("sampled", 1, len(schedule.switches))
    )


def explore(test: Test, budget: int = BUDGET) -> Verdict:
    """Search the schedules of `test` by rising preemptions, then at random, until one fails or `budget` is spent.

    A program that does not keep to a schedule depends on more than its schedule: whatever was searched is `sampled`.
    """
    sites = {OPERATION}
    systematic = Exhaustive(sites, share=budget // 4)
    executed, fair, steady = 0, True, True
    while executed < budget and (schedule := systematic.next()) is not None:
        execution = test.execute(Replay(schedule), sites)
        executed += 1
        fair = fair and execution.fair
        steady = steady and execution.schedule == schedule
        if execution.failure:
            return _failed(test, execution, Search("sampled", executed, systematic.level))
        systematic.learn(schedule, execution.decisions)
    if systematic.exhausted and steady:
        return Verdict(None, Search("proved" if fair else "bounded", executed, systematic.level))
    for seed in range(max(budget - executed, budget // 6)):
        execution = test.execute(RandomWalk(seed, sites), sites)
        executed += 1
        if execution.failure:
            return _failed(test, execution, Search("sampled", executed, systematic.level))
    complete = systematic.complete_levels - 1 if steady else -1
    return Verdict(
        None, Search("bounded" if complete >= 0 else "sampled", executed, max(complete, 0))
    )


def _failed(test: Test, execution: Execution, search: Search) -> Verdict:
    shrunk = _shrink(test, execution)
    replayed = test.execute(Replay(shrunk), record=True)
    if not _same(replayed, execution):
        raise Unreproducible(
            f"the schedule {shrunk.token} failed once and not again: "
            "does the program depend on real time, chance or addresses?"
        )
    return Verdict(replayed, search)


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
