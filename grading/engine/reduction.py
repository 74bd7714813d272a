"""Dynamic partial-order reduction: one execution for each class that differ only in the order of steps that commute.

After each execution its races are found by vector clocks over segments, and where the other order of a race is
possible, it is scheduled: the source sets of Abdulla, Aronis, Jonsson and Sagonas (POPL 2014), which refine Flanagan
and Godefroid (POPL 2005). Sleep sets (Godefroid 1996) keep what was executed from a node from being executed again.
"""

from __future__ import annotations

from typing import NamedTuple

from grading.engine.segments import Segment, Touched, Trail, dependent
from grading.engine.strategies import NOTHING_NEW, Others


class Executed(NamedTuple):
    """What a thread touched when it went on from the node at `depth`."""

    touched: Touched
    depth: int


class Node:
    """A state that was reached: which threads went on from it already, which must yet, which need not (`asleep`)."""

    __slots__ = ("asleep", "done", "todo")

    def __init__(self, asleep: dict[int, Executed]) -> None:
        self.asleep = asleep
        self.done: dict[int, Executed] = {}
        self.todo: set[int] = set()


class _Planned(Trail):
    """A trail that stops where the only thread that can go on is asleep."""

    def __init__(self, reduction: Reduction) -> None:
        super().__init__()
        self._reduction = reduction

    def begin(self, thread: int, enabled: tuple[int, ...]) -> bool:
        """See `Trail.begin`."""
        wanted = not self._reduction.is_asleep(thread)
        return super().begin(thread, enabled) and wanted


class Reduction:
    """Hands out executions, deepest open node first, until none is left. It is chooser and observer of each of them."""

    def __init__(self) -> None:
        self._path: list[Node] = []
        self._prefix: list[int] = []
        self.finished = False
        self.begin()

    def begin(self) -> Trail:
        """The trail for the next execution."""
        self.trail: Trail = _Planned(self)
        return self.trail

    def is_asleep(self, thread: int) -> bool:
        """Whether `thread` went on from this state, or an equivalent one, before."""
        depth = len(self.trail.segments)
        return depth >= len(self._prefix) and thread in self._asleep_at(depth)

    def __call__(self, step: int, site: int, default: int, others: Others) -> int:
        """The thread that goes on: as planned, then by default, but none that is asleep. See `Chooser`."""
        depth = len(self.trail.segments)
        if depth < len(self._prefix):
            return self._prefix[depth]
        asleep = self._asleep_at(depth)
        for thread in (default, *(other for other, _ in others)):
            if thread not in asleep:
                return thread
        return NOTHING_NEW

    def _asleep_at(self, depth: int) -> dict[int, Executed]:
        """Extend the path by the segments that came since, and give who is asleep in the state reached."""
        segments = self.trail.segments
        while len(self._path) <= depth:
            self._path.append(Node(self._inherited(len(self._path), segments)))
        return self._path[depth].asleep

    def _inherited(self, depth: int, segments: list[Segment]) -> dict[int, Executed]:
        if depth == 0:
            return {}
        parent, last = self._path[depth - 1], segments[depth - 1]
        tired = parent.asleep | parent.done
        return {
            thread: executed
            for thread, executed in tired.items()
            if thread != last.thread
            and not dependent(executed.touched, last.touched, executed.depth)
        }

    def learn(self) -> None:
        """Find the races of the execution, schedule their other orders, and choose what to execute next."""
        segments = self.trail.segments
        self._asleep_at(len(segments) - 1)
        self._schedule_races(segments)
        for depth, segment in enumerate(segments):
            if depth >= len(self._prefix) - 1:
                self._path[depth].done[segment.thread] = Executed(segment.touched, depth)
        self._advance(segments)

    def _advance(self, segments: list[Segment]) -> None:
        for depth in reversed(range(len(segments))):
            node = self._path[depth]
            waiting = node.todo - node.done.keys() - node.asleep.keys()
            if waiting:
                del self._path[depth + 1 :]
                self._prefix = [segment.thread for segment in segments[:depth]] + [min(waiting)]
                return
        self.finished = True

    def _schedule_races(self, segments: list[Segment]) -> None:
        clocks: list[dict[int, int]] = []
        latest: dict[int, int] = {}
        touching: dict[object, list[int]] = {}
        for index, segment in enumerate(segments):
            before = latest.get(segment.thread, self.trail.spawned.get(segment.thread))
            clock = {} if before is None else dict(clocks[before])
            if segment.after_all:
                _merge_all(clock, clocks)
            blocked = []
            for earlier in _conflicts(segment, segments, touching):
                if clock.get(segments[earlier].thread, -1) >= earlier:
                    continue
                if _co_enabled(segments[earlier], segment):
                    self._reverse(earlier, index, segments, [*clocks, clock])
                    _merge(clock, clocks[earlier])
                else:
                    blocked.append(
                        earlier
                    )  # it could not have come first: what made it wait may yet have raced
            for earlier in blocked:
                _merge(clock, clocks[earlier])
            clock[segment.thread] = index
            clocks.append(clock)
            latest[segment.thread] = index
            for place in segment.touched:
                touching.setdefault(place, []).append(index)

    def _reverse(
        self, earlier: int, later: int, segments: list[Segment], clocks: list[dict[int, int]]
    ) -> None:
        """Schedule, from the state before `earlier`, a thread that leads to `later` coming first."""
        racer = segments[earlier].thread
        rest = [i for i in range(earlier + 1, later) if clocks[i].get(racer, -1) < earlier]
        initials: list[int] = []
        for i in (*rest, later):
            thread = segments[i].thread
            after = any(clocks[i].get(segments[j].thread, -1) >= j for j in rest if j < i)
            if thread not in initials and not after:
                initials.append(thread)
        node, enabled = self._path[earlier], segments[earlier].enabled
        possible = [thread for thread in initials if thread in enabled]
        planned = node.todo | node.done.keys() | {racer}
        if not possible:
            node.todo.update(enabled)
        elif planned.isdisjoint(possible):
            node.todo.add(possible[0])


def _co_enabled(earlier: Segment, later: Segment) -> bool:
    """Whether `later` could have come in place of `earlier`: not if that gave back the lock that it waited for."""
    return later.thread in earlier.enabled and later.awaited.isdisjoint(earlier.released)


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


def _merge(clock: dict[int, int], other: dict[int, int]) -> None:
    for thread, index in other.items():
        if index > clock.get(thread, -1):
            clock[thread] = index


def _merge_all(clock: dict[int, int], clocks: list[dict[int, int]]) -> None:
    for other in clocks:
        _merge(clock, other)
