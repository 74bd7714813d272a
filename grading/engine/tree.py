"""Many executions of one test as a tree: stretches of steps, and at each fork who could go on.

It is what a picture lets its reader walk through. No execution is left out for being equivalent to another, as in a
search: whoever chooses wants to see what comes of it. Those of few preemptions are executed first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from grading.engine.reproduce import Test, Unreproducible
from grading.engine.strategies import OPERATION, Exhaustive, Noted, Replay
from grading.engine.trace import Execution, Schedule, Step

EXECUTIONS = 1_000
SIZE = 20_000  # nodes, steps and choices of the tree, together
EFFORT = 60_000  # of all executions, as `Execution.effort` counts
LONGEST = 1_500  # forks of one execution that are kept: one that goes round and round has thousands
_BEGINNINGS = 8  # a site may turn out to matter only when a rare schedule is executed


@dataclass(slots=True)
class Node:
    """Steps that follow one another, then a fork (`choices`: thread -> what follows, None if not executed) or an end.

    `default` is the thread that goes on if nobody chooses. `end` is the execution that ends here; of one that is too
    long to be kept, the rest is missing.
    """

    steps: list[Step] = field(default_factory=list)
    choices: dict[int, Node | None] = field(default_factory=dict)
    default: int | None = None
    end: Execution | None = None

    @property
    def reached(self) -> bool:
        """Whether an execution has come here yet."""
        return bool(self.choices) or self.end is not None


@dataclass(slots=True)
class Tree:
    """The root, the execution that is `shown` and its way from the root; `whole` if no other schedule can matter."""

    root: Node
    shown: Execution
    path: list[int]
    executed: int
    whole: bool


def grow(test: Test, shown: Schedule, sites: frozenset[int]) -> Tree:
    """The tree of `test` with forks at `sites` and wherever the schedule `shown` switches, which is always in it.

    Then come the schedules that depart from that one by a single choice, then all others by rising number of
    preemptions, within the limits above. Unreproducible if one schedule gives two executions.
    """
    known = sites | {OPERATION} | _switched_at(test, shown)
    for _ in range(_BEGINNINGS):
        growing = _Growing(test, known)
        tree = growing.tree(shown)
        if growing.sites <= known:
            break
        known |= growing.sites
    return tree


def _switched_at(test: Test, shown: Schedule) -> set[int]:
    """The sites of its switches: shrinking may have moved them to where others commute."""
    noted = Noted(Replay(shown))
    test.execute(noted)
    steps = {step for step, _ in shown.switches}
    return {decision.site for decision in noted.decisions if decision.step in steps}


class _Forking(Replay):
    """Follows a schedule, and is asked at every one of `sites`."""

    def __init__(self, schedule: Schedule, sites: frozenset[int]) -> None:
        super().__init__(schedule)
        self._sites = sites

    def chooses(self, step: int, site: int) -> bool:
        """See `Chooser`."""
        return site in self._sites


class _Growing:
    """One try at a tree, with the forks at `known` sites; `sites` is what turns out to matter meanwhile."""

    def __init__(self, test: Test, known: frozenset[int]) -> None:
        self._test = test
        self._known = known
        self._root = Node()
        self._executed: dict[Schedule, Execution] = {}
        self._size = self._effort = 0
        self._fair = self._kept = True
        self.sites = set(known)

    def tree(self, shown: Schedule) -> Tree:
        """What there is when a limit is reached, nothing is left, or new sites turn up."""
        first = self._execute(shown)
        path = [turn.thread for turn in first.turns[:LONGEST]]
        for departed in _departures(first):
            if self._has_room():
                self._execute(departed)
        rising = Exhaustive(set(self._known), share=EXECUTIONS)
        while self._has_room() and (schedule := rising.next()) is not None:
            turns = self._execute(schedule).turns
            rising.learn(schedule, [turn.decision for turn in turns])
        whole = rising.exhausted and self._fair and self._kept
        return Tree(self._root, first, path, len(self._executed), whole)

    def _has_room(self) -> bool:
        return (
            len(self._executed) < EXECUTIONS
            and self._size < SIZE
            and self._effort < EFFORT
            and self.sites <= self._known
        )

    def _execute(self, schedule: Schedule) -> Execution:
        if schedule in self._executed:
            return self._executed[schedule]
        chooser = _Forking(schedule, self._known)
        execution = self._test.execute(chooser, self.sites, record=True, follow=False)
        if execution.strayed or execution.schedule != schedule:
            raise Unreproducible(f"the schedule {schedule.token} came out otherwise than before")
        self._executed[schedule] = execution
        self._effort += execution.effort
        self._fair = self._fair and execution.fair and not execution.unseen
        self._add(execution)
        return execution

    def _add(self, execution: Execution) -> None:
        node, done = self._root, 0
        for turn in execution.turns[:LONGEST]:
            if not node.reached:
                self._reach(node, execution.recorded[done : turn.at])
                others = (thread for thread, _ in turn.decision.others)
                node.choices = dict.fromkeys((turn.decision.default, *others))
                node.default = turn.decision.default
                self._size += len(node.choices)
            if turn.thread not in node.choices:
                raise Unreproducible(f"after equal steps, {turn.thread} could go on only once")
            following = node.choices[turn.thread] or Node()
            node.choices[turn.thread] = following
            node, done = following, turn.at
        if len(execution.turns) > LONGEST:
            self._kept = False
        if not node.reached:
            kept = execution.turns[LONGEST].at if len(execution.turns) > LONGEST else None
            self._reach(node, execution.recorded[done:kept])
            node.end = execution

    def _reach(self, node: Node, steps: list[Step]) -> None:
        node.steps = steps
        self._size += 1 + len(steps)


def _departures(execution: Execution) -> Iterator[Schedule]:
    """The schedules that go along with this execution up to one of its forks, and choose otherwise there."""
    for turn in execution.turns[:LONGEST]:
        step, _, default, others = turn.decision
        before = tuple(switch for switch in execution.schedule.switches if switch[0] < step)
        for thread in (default, *(other for other, _ in others)):
            if thread != turn.thread:
                yield Schedule(before if thread == default else (*before, (step, thread)))
