"""Many executions of one test: search for a failing schedule, and say what was searched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from grading.engine.reduction import Reduction
from grading.engine.reproduce import Stale, Test, confirmed, is_steady
from grading.engine.segments import Trail
from grading.engine.strategies import (
    OPERATION,
    Chooser,
    Exhaustive,
    Noted,
    Priorities,
    RandomWalk,
    Replay,
)
from grading.engine.trace import Execution, Schedule

LONGEST = 300  # segments of an execution that a reduction is worth while for
BUDGET = 1_000  # executions of one test by the reduction; a quarter and a sixth of it for the phases after it
STEPS = (
    60_000  # of all of these executions together, so that long ones are fewer; again with its parts
)


@dataclass(frozen=True, slots=True)
class Search:
    """What was searched: `proved` (nothing is left), `bounded` (up to a number of preemptions) or `sampled`.

    `schedules` is the number of executions, `preemptions` what all of them were tried up to.
    """

    kind: Literal["proved", "bounded", "sampled"]
    schedules: int
    preemptions: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result for one test: the shrunk and recorded failing execution (None where none was found), the search."""

    failing: Execution | None
    search: Search


def replay(test: Test, schedule: Schedule) -> Verdict:
    """Execute `test` under one schedule, recorded. Stale if the schedule does not fit the program any more."""
    execution = test.execute(Replay(schedule), record=True)
    if execution.strayed or execution.schedule != schedule:
        raise Stale(
            f"the schedule {schedule.token} does not fit this program any more (was the file edited since?): "
            "run the test without --schedule"
        )
    return Verdict(
        execution if execution.failure else None, Search("sampled", 1, len(schedule.switches))
    )


def explore(test: Test, budget: int = BUDGET) -> Verdict:
    """Search the schedules of `test` until one fails, nothing is left, or `budget` is spent.

    The reduction comes first, as it can go through to the end; where it cannot, all schedules of few preemptions are
    tried, so that something can be said of what was; then chance.
    """
    search = _Search(test, budget)
    for phase in (search.by_reduction, search.by_rising_preemptions, search.by_chance):
        failing = phase()
        if failing is not None:
            found = Search("sampled", search.executed, search.level)
            return Verdict(confirmed(test, failing), found)
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
        self._last = Schedule()
        self._steps = 0
        self.executed = 0
        self.level = 0
        self.complete = False

    def summary(self) -> Search:
        """What was searched without a failure.

        A program that does not keep to a schedule depends on more than its schedule: it was only `sampled`.
        """
        levels = self._rising.complete_levels
        if not self._keeps_to_schedules() or (levels == 0 and not self.complete):
            return Search("sampled", self.executed, 0)
        if self.complete:
            return Search("proved" if self._fair else "bounded", self.executed, self.level)
        return Search("bounded", self.executed, levels - 1)

    def by_reduction(self) -> Execution | None:
        """One execution of each class, few preemptions first; where new sites turn out to matter, it begins anew."""
        reduction, known = Reduction(self._sites), set(self._sites)
        has_budget = self._allowance(1)
        while has_budget() and self._fair and self._steady:
            self.level = max(self.level, reduction.preemptions)
            execution = self._execute(reduction, reduction.begin())
            if execution.failure:
                return execution
            if len(reduction.trail.segments) > LONGEST:
                break  # it polls: there is no end to its classes
            if self._sites != known:
                reduction, known = Reduction(self._sites), set(self._sites)
                continue
            reduction.learn()
            if reduction.finished:
                self.complete = True
                break
        return None

    def by_rising_preemptions(self) -> Execution | None:
        """All schedules without a preemption, then with one, ..., each number up to its share."""
        has_budget = self._allowance(4)
        while has_budget() and (schedule := self._rising.next()) is not None:
            self.level = self._rising.level
            chooser = Noted(Replay(schedule))
            execution = self._execute(chooser)
            self._steady = self._steady and execution.schedule == schedule
            if execution.failure:
                return execution
            self._rising.learn(schedule, chooser.decisions)
        self.complete = self._rising.exhausted
        return None

    def by_chance(self) -> Execution | None:
        """Seeded chance, of two kinds by turns."""
        has_budget = self._allowance(6)
        seed, choices = 0, 0
        while has_budget():
            walk, ranked = RandomWalk(seed, self._sites), Priorities(seed, self._sites, choices)
            execution = self._execute(ranked if seed % 2 else walk)
            if execution.failure:
                return execution
            seed, choices = seed + 1, max(choices, ranked.choices)
        return None

    def _allowance(self, part: int) -> Callable[[], bool]:
        """Says, asked again and again, whether anything is left of this part of the budget, taken from now on."""
        executions = self.executed + self._budget // part
        steps = self._steps + STEPS // part
        return lambda: self.executed < executions and self._steps < steps

    def _execute(self, chooser: Chooser, trail: Trail | None = None) -> Execution:
        execution = self._test.execute(chooser, self._sites, trail=trail)
        self.executed += 1
        self._steps += execution.steps
        self._last = execution.schedule
        self._fair = self._fair and execution.fair
        self._steady = self._steady and not execution.strayed
        return execution

    def _keeps_to_schedules(self) -> bool:
        """Whether one schedule always gives one execution; the first and the last are tried again."""
        return self._steady and all(
            is_steady(self._test, schedule) for schedule in {Schedule(), self._last}
        )
