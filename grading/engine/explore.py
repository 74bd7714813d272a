"""Many executions of one test: search for a failing schedule, and say what was searched."""

from __future__ import annotations

import math
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
# Executions of one test by the reduction, and the effort of all of these together; parts of both for the others.
BUDGET = 1_000
EFFORT = 100_000
LEAST = 8  # executions, however long they are


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
    """The result for one test: the shrunk and recorded failing execution (None where none was found), the search.

    `sites` are those at which a switch was found to matter, `unseen` is what has no switch points (see `Execution`).
    """

    failing: Execution | None
    search: Search
    sites: frozenset[int] = frozenset({OPERATION})
    unseen: frozenset[str] = frozenset()


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

    The reduction can go through to the end; where it cannot, all schedules of few preemptions are tried, so that
    something can be said of what was; chance finds what lies far from both. Each has a short turn, then a long one.
    """
    search = _Search(test, budget)
    failing = search.run()
    return Verdict(failing, search.found() if failing else search.summary(), *search.noticed())


def glance(test: Test, budget: int, effort: int) -> tuple[Verdict, int]:
    """As `explore`, but given up when this effort is spent; and how much was spent.

    A failure is the one that `explore` finds. Where none was found, nothing is claimed.
    """
    search = _Search(test, budget, effort)
    return Verdict(search.run(), search.found(), *search.noticed()), search.effort


class _Search:
    """The phases of one search, and what they have in common: the sites that matter, and what was executed."""

    def __init__(self, test: Test, budget: int, most: float = math.inf) -> None:
        self._test = test
        self._budget = budget
        self._most = most  # effort
        self._sites = {OPERATION}
        self._reduction = Reduction(self._sites)
        self._reduced = set(self._sites)
        self._rising = Exhaustive(self._sites, share=budget // 12)
        self._walks = 0
        self._choices = 0
        self._is_reducible = True
        self._fair = True
        self._unseen: set[str] = set()
        self._steady = True
        self._last: Execution | None = None
        self.effort = 0
        self.executed = 0
        self.level = 0
        self.complete = False

    def run(self) -> Execution | None:
        """The failing execution, shrunk and recorded, if there is one."""
        for phase, part in (
            (self.by_reduction, 1 / 16),
            (self.by_chance, 1 / 50),
            (self.by_rising_preemptions, 1 / 16),
            (self.by_reduction, 1),
            (self.by_rising_preemptions, 1 / 4),
            (self.by_chance, 1 / 6),
        ):
            failing = phase(part)
            if failing is not None:
                return confirmed(self._test, failing)
            if self.complete:
                break
        return None

    def found(self) -> Search:
        """How far the search went, of which nothing is claimed."""
        return Search("sampled", self.executed, self.level)

    def summary(self) -> Search:
        """What was searched without a failure.

        A program that does not keep to a schedule, or changes what is shared where there are no switch points, depends
        on more than its schedule: it was only `sampled`.
        """
        levels = self._rising.complete_levels
        if self._unseen or not self._keeps_to_schedules() or (levels == 0 and not self.complete):
            return Search("sampled", self.executed, 0)
        if self.complete:
            return Search("proved" if self._fair else "bounded", self.executed, self.level)
        return Search("bounded", self.executed, levels - 1)

    def noticed(self) -> tuple[frozenset[int], frozenset[str]]:
        """The sites that matter, and what has no switch points."""
        return frozenset(self._sites), frozenset(self._unseen)

    def by_reduction(self, part: float) -> Execution | None:
        """One execution of each class, few preemptions first; where new sites turn out to matter, it begins anew."""
        has_budget = self._allowance(part)
        while self._is_reducible and has_budget():
            if self._sites != self._reduced:
                self._reduction, self._reduced = Reduction(self._sites), set(self._sites)
            self.level = max(self.level, self._reduction.preemptions)
            execution = self._execute(self._reduction, self._reduction.begin())
            if execution.failure:
                return execution
            self._is_reducible = self._is_reducible and self._fair and self._steady
            if len(self._reduction.trail.segments) > LONGEST:
                self._is_reducible = False  # it polls: there is no end to its classes
            if self._sites == self._reduced and self._is_reducible:
                self._reduction.learn()
                self.complete = self._reduction.finished
                self._is_reducible = not self.complete
        return None

    def by_rising_preemptions(self, part: float) -> Execution | None:
        """All schedules without a preemption, then with one, ..., each number up to its share."""
        has_budget = self._allowance(part)
        while has_budget() and (schedule := self._rising.next()) is not None:
            self.level = max(self.level, self._rising.level)
            chooser = Noted(Replay(schedule))
            execution = self._execute(chooser)
            self._steady = self._steady and execution.schedule == schedule
            if execution.failure:
                return execution
            self._rising.learn(schedule, chooser.decisions)
        self.complete = self._rising.exhausted
        return None

    def by_chance(self, part: float) -> Execution | None:
        """Seeded chance, of two kinds by turns."""
        has_budget = self._allowance(part)
        while has_budget():
            walk = RandomWalk(self._walks, self._sites)
            ranked = Priorities(self._walks, self._sites, self._choices)
            execution = self._execute(ranked if self._walks % 2 else walk)
            if execution.failure:
                return execution
            self._walks += 1
            self._choices = max(self._choices, ranked.choices)
        return None

    def _allowance(self, part: float) -> Callable[[], bool]:
        """Says, asked again and again, whether anything is left of this part of the budget, taken from now on."""
        began = self.executed
        most = began + int(self._budget * part)
        effort = self.effort + EFFORT * part
        return lambda: (
            self.effort < self._most
            and self.executed < most
            and (self.effort < effort or self.executed < began + LEAST)
        )

    def _execute(self, chooser: Chooser, trail: Trail | None = None) -> Execution:
        left = self._most - self.effort
        execution = self._test.execute(chooser, self._sites, trail=trail, most=left)
        self.executed += 1
        self.effort += execution.effort
        if not execution.redundant:
            self._last = execution
        self._fair = self._fair and execution.fair
        self._unseen |= execution.unseen
        self._steady = self._steady and not execution.strayed
        return execution

    def _keeps_to_schedules(self) -> bool:
        """Whether one schedule always gives one execution; the first and the last are tried again."""
        return self._steady and self._last is not None and is_steady(self._test, self._last)
