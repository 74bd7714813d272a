"""All that can come out of one test: executions of every class, those that fail too.

A search ends at the first failure, and an execution that failed is over at once, though what the other threads would
still have done shows which orders are left to try. Here the main thread ends where it failed, and the others go on.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from greenlet import GreenletExit

from grading.engine import active
from grading.engine.explore import LONGEST
from grading.engine.machine import STEP_LIMIT
from grading.engine.reduction import Reduction
from grading.engine.reproduce import Test
from grading.engine.segments import Trail
from grading.engine.strategies import OPERATION, Chooser, RandomWalk
from grading.engine.trace import Execution, Schedule

BUDGET = 2_000  # executions
EFFORT = 100_000  # of them together, as `Execution.effort` counts
_BY_CHANCE = 10  # one part in so many of both is kept for chance, which finds what lies far from the beginning

Outcome = TypeVar("Outcome", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Found:
    """How often an outcome came, and the schedule of fewest switches that it came by."""

    count: int
    schedule: Schedule

    def __add__(self, other: Found) -> Found:
        simpler = min(self.schedule, other.schedule, key=lambda each: len(each.switches))
        return Found(self.count + other.count, simpler)


@dataclass(frozen=True, slots=True)
class Outcomes(Generic[Outcome]):
    """What came out, in so many executions; `complete` if nothing else can.

    Then there is one execution for each class of those that differ in nothing but the order of steps that commute.
    """

    found: dict[Outcome, Found]
    executed: int
    complete: bool


def gather(
    test: Test,
    came: Callable[[Execution, BaseException | None], Outcome],
    sites: frozenset[int] = frozenset(),
) -> Outcomes[Outcome]:
    """Execute `test` until nothing is left, or as long as the limits above allow.

    `came` says what came out of an execution; it is given what the test itself raised, if anything. `sites` are those
    that are known to matter.
    """
    return _Gathering(test, came, sites).outcomes()


class _Gathering(Generic[Outcome]):
    def __init__(
        self,
        test: Test,
        came: Callable[[Execution, BaseException | None], Outcome],
        sites: frozenset[int],
    ) -> None:
        self._body = test.body
        self._test = replace(test, body=self._main)
        self._came = came
        self._sites = {OPERATION, *sites}
        self._all: list[tuple[Outcome, Schedule]] = []
        self._effort = 0
        self._complete = False
        self._whole = True
        self._raised: BaseException | None = None
        self._over_at = 0

    def _main(self) -> None:
        """The test; what it raises is noted, and ends the main thread alone."""
        self._raised = None
        try:
            self._body()
        except GreenletExit:
            raise
        except BaseException as error:
            self._raised = error
        self._over_at = active.required().step

    def outcomes(self) -> Outcomes[Outcome]:
        """What there is."""
        since = self._by_reduction()
        if not self._complete:
            self._by_chance()
        counted = self._all[since:] if self._complete else self._all
        found: dict[Outcome, Found] = {}
        for outcome, schedule in counted:
            once = Found(1, schedule)
            found[outcome] = found[outcome] + once if outcome in found else once
        return Outcomes(found, len(counted), self._complete)

    def _by_reduction(self) -> int:
        """One execution of each class; what was executed before all sites were known does not count, up to where."""
        reduction, reduced, since = Reduction(self._sites), set(self._sites), 0
        while not reduction.finished and self._has_room(_BY_CHANCE):
            self._execute(reduction, reduction.begin())
            if len(reduction.trail.segments) > LONGEST:
                break
            if self._sites != reduced:
                reduction, reduced, since = Reduction(self._sites), set(self._sites), len(self._all)
            else:
                reduction.learn()
        self._complete = reduction.finished and self._whole
        return since

    def _by_chance(self) -> None:
        seed = 0
        while self._has_room():
            self._execute(RandomWalk(seed, self._sites))
            seed += 1

    def _has_room(self, kept: int = 0) -> bool:
        part = 1 - 1 / kept if kept else 1
        return len(self._all) < BUDGET * part and self._effort < EFFORT * part

    def _execute(self, chooser: Chooser, trail: Trail | None = None) -> None:
        execution = self._test.execute(chooser, self._sites, trail=trail)
        self._effort += execution.effort
        if execution.redundant:
            return
        failure = execution.failure
        cut = execution.steps >= STEP_LIMIT or (failure is not None and failure.kind == "error")
        seen = execution.fair and not execution.unseen and not execution.strayed
        self._whole = self._whole and seen and not cut
        self._all.append((self._came(execution, self._raised), self._replayable(execution)))

    def _replayable(self, execution: Execution) -> Schedule:
        """Its schedule, without what it chose after the test itself had failed: then a replay is over."""
        switches = execution.schedule.switches
        if self._raised is not None:
            switches = tuple(switch for switch in switches if switch[0] <= self._over_at)
        return Schedule(switches)
