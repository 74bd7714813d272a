"""Dynamic partial-order reduction: one execution for each class that differ only in the order of steps that commute.

After each execution its races are found by vector clocks over segments, and where the other order of a race is
possible, it is planned: the source sets of Abdulla, Aronis, Jonsson and Sagonas (POPL 2014), which refine Flanagan
and Godefroid (POPL 2005). Sleep sets (Godefroid 1996) keep what was executed from a node from being executed again;
they ask only that whoever was planned is executed some day, so plans may be taken in any order.
"""

from __future__ import annotations

import heapq
import itertools
from typing import NamedTuple

from grading.engine.segments import Segment, Touched, Trail, dependent
from grading.engine.strategies import NOTHING_NEW, Others

Clock = dict[int, int]  # thread -> the last of its segments that is known

EARLY = 200  # executions in the order of rising preemptions; from then on depth first, which keeps little in memory


class Executed(NamedTuple):
    """What a thread touched when it went on from the node at `depth`."""

    touched: Touched
    depth: int


class Node:
    """A state that was reached: which threads went on from it already, which will yet, which need not (`asleep`)."""

    __slots__ = ("asleep", "clock", "done", "parent", "planned", "preemptions", "thread")

    def __init__(
        self, parent: Node | None, thread: int, preemptions: int, asleep: dict[int, Executed]
    ) -> None:
        self.parent = parent
        self.thread = thread  # that went on from the parent
        self.clock: Clock = {}  # of what it did there
        self.preemptions = preemptions
        self.asleep = asleep
        self.done: dict[int, Executed] = {}
        self.planned: set[int] = set()


class Plan(NamedTuple):
    """`thread` goes on from `node`, which lies at `depth`; plans are taken in the order of their ranks."""

    rank: tuple[int, int]
    node: Node
    thread: int
    depth: int


class _Planned(Trail):
    """A trail that stops where the only thread that can go on is asleep."""

    def __init__(self, reduction: Reduction) -> None:
        super().__init__()
        self._reduction = reduction

    def begin(self, thread: int, default: int, others: Others) -> bool:
        """See `Trail.begin`."""
        if not others and self._reduction.is_asleep(thread):
            return False
        return super().begin(thread, default, others)


class Reduction:
    """Hands out executions, few preemptions first, until none is left. It is chooser and observer of each of them."""

    def __init__(self, sites: set[int]) -> None:
        self._sites = sites
        # path[depth] is the state before segment `depth`
        self._path: list[Node] = [Node(None, 0, 0, {})]
        self._prefix: list[int] = []
        self._plans: list[Plan] = []
        self._count = itertools.count()
        self.executed = 0
        self.finished = False
        self.begin()

    @property
    def preemptions(self) -> int:
        """How many preemptions the next execution is planned with."""
        return self._path[-1].preemptions

    def begin(self) -> Trail:
        """The trail for the next execution."""
        self.trail: Trail = _Planned(self)
        return self.trail

    def is_asleep(self, thread: int) -> bool:
        """Whether `thread` went on from this state, or an equivalent one, before."""
        depth = len(self.trail.segments)
        return depth >= len(self._prefix) and thread in self._asleep_at(depth)

    def chooses(self, step: int, site: int) -> bool:
        """Whether a switch at `site` matters: others commute. See `Chooser`."""
        return site in self._sites

    def __call__(self, step: int, site: int, default: int, others: Others) -> int:
        """The thread that goes on: as planned, then by default, but none that is asleep. See `Chooser`."""
        depth = len(self.trail.segments)
        if depth < len(self._prefix):
            return self._prefix[depth]
        asleep = self._asleep_at(depth)
        if default not in asleep:
            return default
        return next((thread for thread, _ in others if thread not in asleep), NOTHING_NEW)

    def _asleep_at(self, depth: int) -> dict[int, Executed]:
        """Extend the path by the segments that came since, and give who is asleep in the state reached."""
        path, segments = self._path, self.trail.segments
        while len(path) <= depth:
            path.append(_successor(path[-1], segments[len(path) - 1]))
        return path[depth].asleep

    def learn(self) -> None:
        """Find the races of the execution, plan their other orders, and choose what to execute next."""
        segments = self.trail.segments
        self._asleep_at(len(segments) - 1)
        for depth in range(max(0, len(self._prefix) - 1), len(segments)):
            segment = segments[depth]
            self._path[depth].done[segment.thread] = Executed(segment.touched, depth)
        self._plan_races(segments)
        self.executed += 1
        if self.executed == EARLY:
            self._plans = [plan._replace(rank=(-plan.depth, plan.rank[1])) for plan in self._plans]
            heapq.heapify(self._plans)
        self._choose()

    def _choose(self) -> None:
        """Take the next plan: follow the path to its node, then let its thread go on."""
        if not self._plans:
            self.finished = True
            return
        _, node, thread, _ = heapq.heappop(self._plans)
        self._prefix = [thread]
        self._path = [node]
        while node.parent is not None:
            self._prefix.append(node.thread)
            node = node.parent
            self._path.append(node)
        self._prefix.reverse()
        self._path.reverse()

    def _plan(self, depth: int, thread: int, segment: Segment) -> None:
        """Let `thread` go on from the node at `depth`, where `segment` went on, some day."""
        node = self._path[depth]
        if thread in node.planned or thread in node.done or thread in node.asleep:
            return
        node.planned.add(thread)
        rank = -depth if self.executed >= EARLY else node.preemptions + segment.cost(thread)
        heapq.heappush(self._plans, Plan((rank, next(self._count)), node, thread, depth))

    def _plan_races(self, executed: list[Segment]) -> None:
        """Plan the other order of each race, also of those with what somebody was waiting to do at the end."""
        segments = [*executed, *self.trail.pending()]
        known = max(
            0, len(self._prefix) - 1
        )  # segments, with their races, from an earlier execution
        clocks = [node.clock for node in self._path[1 : known + 1]]
        latest: dict[int, int] = {}
        touching: dict[object, list[int]] = {}
        for index, segment in enumerate(segments):
            if index >= known:
                before = latest.get(segment.thread, self.trail.spawned.get(segment.thread))
                clocks.append({} if before is None else dict(clocks[before]))
                self._order(index, segments, clocks, touching)
            latest[segment.thread] = index
            for place in segment.touched if index < len(executed) else ():
                touching.setdefault(place, []).append(index)
        for node, clock in zip(self._path[known + 1 :], clocks[known:], strict=False):
            node.clock = clock

    def _order(
        self,
        index: int,
        segments: list[Segment],
        clocks: list[Clock],
        touching: dict[object, list[int]],
    ) -> None:
        """Let the clock of a segment know what came before it, and plan the other orders of what raced with it."""
        segment, clock = segments[index], clocks[index]
        if segment.after_all:
            for earlier_clock in clocks[:index]:
                _merge(clock, earlier_clock)
        blocked = [] if segment.woken_by is None else [segment.woken_by]
        for earlier in _conflicts(segment, segments, touching):
            if clock.get(segments[earlier].thread, -1) >= earlier:
                continue
            if earlier == segment.woken_by or segments[earlier].frees_for(segment):
                blocked.append(earlier)  # what made it wait may yet have raced
            else:
                self._reverse(earlier, index, segments, clocks)
                _merge(clock, clocks[earlier])
        for earlier in blocked:
            _merge(clock, clocks[earlier])
        clock[segment.thread] = index

    def _reverse(
        self, earlier: int, later: int, segments: list[Segment], clocks: list[Clock]
    ) -> None:
        """Plan, in the state before `earlier`, a thread that leads to `later` coming first."""
        racer = segments[earlier].thread
        rest = [i for i in range(earlier + 1, later) if clocks[i].get(racer, -1) < earlier]
        initials: list[int] = []
        for i in (*rest, later):
            thread = segments[i].thread
            after = any(clocks[i].get(segments[j].thread, -1) >= j for j in rest if j < i)
            if thread not in initials and not after:
                initials.append(thread)
        node, segment = self._path[earlier], segments[earlier]
        possible = [thread for thread in initials if thread in segment.enabled]
        if not possible:
            possible = list(segment.enabled)
        elif not (node.planned | node.done.keys() | {racer}).isdisjoint(possible):
            return
        else:
            possible = possible[:1]
        for thread in possible:
            self._plan(earlier, thread, segment)


def _successor(parent: Node, segment: Segment) -> Node:
    """The node after `segment`; who went on from the parent sleeps until something it depends on happens."""
    asleep = {
        thread: executed
        for tired in (parent.asleep, parent.done)
        for thread, executed in tired.items()
        if thread != segment.thread
        and not dependent(executed.touched, segment.touched, executed.depth)
    }
    return Node(parent, segment.thread, parent.preemptions + segment.cost(segment.thread), asleep)


def _conflicts(
    segment: Segment, segments: list[Segment], touching: dict[object, list[int]]
) -> list[int]:
    """The earlier segments of other threads that do not commute with `segment`, the latest first."""
    found = {
        index
        for place, write in segment.touched.items()
        for index in touching.get(place, ())
        if segments[index].thread != segment.thread and (write or segments[index].touched[place])
    }
    return sorted(found, reverse=True)


def _merge(clock: Clock, other: Clock) -> None:
    for thread, index in other.items():
        if index > clock.get(thread, -1):
            clock[thread] = index
