"""Many executions of one test: search for a failing schedule, shrink it, replay it, and say what was searched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from grading.engine.model import execute
from grading.engine.reduction import Reduction
from grading.engine.segments import Trail
from grading.engine.strategies import OPERATION, Chooser, Exhaustive, RandomWalk, Replay
from grading.engine.trace import Execution, Schedule

LONGEST = 300  # segments of an execution that a reduction is worth while for
BUDGET = 600  # executions of one test; chance may have a sixth more
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
    """Search the schedules of `test` until one fails, nothing is left, or `budget` is spent.

    Few preemptions come first, as their failures read best; then the reduction, which can go through to the end; then
    chance.
    """
    search = _Search(test, budget)
    for phase in (search.by_rising_preemptions, search.by_reduction, search.by_chance):
        failing = phase()
        if failing is not None:
            return _failed(test, failing, Search("sampled", search.executed, search.level))
        if search.complete:
            break
    return Verdict(None, search.summary())


class _Search:
    """The phases of one search, and what they have in common: the sites that matter, and what was executed."""

    def __init__(self, test: Test, budget: int) -> None:
        self._test = test
        self._budget = budget
        self._sites = {OPERATION}
        self._rising = Exhaustive(self._sites, share=budget // 12)
        self._fair = True
        self._steady = True
        self.executed = 0
        self.complete = False

    @property
    def level(self) -> int:
        """The number of preemptions that was reached."""
        return self._rising.level

    def summary(self) -> Search:
        """What was searched without a failure.

        A program that does not keep to a schedule depends on more than its schedule: it was only `sampled`.
        """
        levels = self._rising.complete_levels
        if not self._steady or (levels == 0 and not self.complete):
            return Search("sampled", self.executed, 0)
        if self.complete:
            return Search("proved" if self._fair else "bounded", self.executed, self.level)
        return Search("bounded", self.executed, levels - 1)

    def by_rising_preemptions(self) -> Execution | None:
        """All schedules without a preemption, then with one, ..., each number up to its share."""
        limit = self._budget // 4
        while self.executed < limit and (schedule := self._rising.next()) is not None:
            execution = self._execute(Replay(schedule))
            self._steady = self._steady and execution.schedule == schedule
            if execution.failure:
                return execution
            self._rising.learn(schedule, execution.decisions)
        self.complete = self._rising.exhausted
        return None

    def by_reduction(self) -> Execution | None:
        """One execution of each class; where new sites turn out to matter, it begins anew."""
        reduction, known = Reduction(), set(self._sites)
        while self.executed < self._budget and self._fair and self._steady:
            execution = self._execute(reduction, reduction.begin())
            if execution.failure:
                return execution
            if len(reduction.trail.segments) > LONGEST:
                break  # it polls: there is no end to its classes
            if self._sites != known:
                reduction, known = Reduction(), set(self._sites)
                continue
            reduction.learn()
            if reduction.finished:
                self.complete = True
                break
        return None

    def by_chance(self) -> Execution | None:
        """Seeded random walks, with what is left of the budget and a little more."""
        for seed in range(max(self._budget - self.executed, self._budget // 6)):
            execution = self._execute(RandomWalk(seed, self._sites))
            if execution.failure:
                return execution
        return None

    def _execute(self, chooser: Chooser, trail: Trail | None = None) -> Execution:
        execution = self._test.execute(chooser, self._sites, trail=trail)
        self.executed += 1
        self._fair = self._fair and execution.fair
        self._steady = self._steady and not execution.strayed
        return execution


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
