"""An execution as a sequence of segments: what one thread did between two switch points, and what it touched.

Segments are the transitions of partial-order reduction: two of them commute unless both touch one place and one of them
changes it. Places are named so that executions with a common beginning name what was there by then alike.
"""

from __future__ import annotations

import weakref
from collections.abc import Hashable, Sequence

Touched = dict[Hashable, bool]  # place -> whether it was changed
Places = frozenset[Hashable]
NONE: Places = frozenset()


class Segment:
    """What `thread` did from one switch point to the next, where `default` or one of `others` could have gone on."""

    __slots__ = (
        "after_all",
        "awaited",
        "default",
        "held",
        "others",
        "released",
        "thread",
        "touched",
        "woken_by",
    )

    def __init__(self, thread: int, default: int, others: Sequence[tuple[int, int]]) -> None:
        self.thread = thread
        self.default = default
        self.others = others
        self.touched: Touched = {}
        self.awaited: Places = NONE  # locks and results that it took, and would have waited for
        self.held: Places = NONE  # locks that it held when it began
        self.released: Places = NONE  # results that it gave, and locks taken in an earlier segment
        self.woken_by: int | None = (
            None  # the number of the segment that ended the wait before this one
        )
        self.after_all = False

    @property
    def enabled(self) -> tuple[int, ...]:
        """The threads that could go on."""
        return (self.default, *(thread for thread, _ in self.others))

    def frees_for(self, later: Segment) -> bool:
        """Whether it held or gave what `later` takes, and would have waited for: `later` could not come before it."""
        return not later.awaited.isdisjoint(self.held | self.released)

    def cost(self, thread: int) -> int:
        """How many preemptions it is if `thread` goes on."""
        if thread == self.default:
            return 0
        return next(cost for other, cost in self.others if other == thread)


class Fresh:
    """The name of an object that was first touched in segment `since`: another execution may number it otherwise."""

    __slots__ = ("name", "since")

    def __init__(self, name: tuple[int, int], since: int) -> None:
        self.name = name
        self.since = since

    def __hash__(self) -> int:
        return hash(self.name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Fresh) and self.name == other.name


class Trail:
    """Gathers the segments of one execution."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self.spawned: dict[int, int] = {}
        self.wanted: dict[int, Hashable] = {}
        self._wakers: dict[int, int] = {}
        self._holders: dict[Hashable, int] = {}
        self._delayed: dict[int, tuple[int, int | None]] = {}
        self._names: dict[int, tuple[Fresh, object]] = {}
        self._named_by: dict[int, int] = {}

    def begin(self, thread: int, default: int, others: Sequence[tuple[int, int]]) -> bool:
        """`thread` goes on; false if it had better not."""
        segment = Segment(thread, default, others)
        segment.woken_by = self._wakers.pop(thread, None)
        segment.held = frozenset(lock for lock, holder in self._holders.items() if holder == thread)
        self.segments.append(segment)
        return True

    def wake(self, thread: int) -> None:
        """The current segment ends the wait of `thread`, unless it did no more than interrupt it."""
        now = len(self.segments) - 1
        since, waker = self._delayed.pop(thread, (-1, None))
        if since != now:
            self._wakers[thread] = now
        elif waker is not None:
            self._wakers[thread] = waker

    def delay(self, thread: int) -> None:
        """The current segment makes `thread`, whose wait had ended, wait on."""
        self._delayed[thread] = len(self.segments) - 1, self._wakers.pop(thread, None)

    def spawn(self, thread: int) -> None:
        """The current segment starts `thread`."""
        self.spawned[thread] = len(self.segments) - 1

    def touch(self, place: Hashable, write: bool, owner: object, ident: int) -> None:
        """The current segment reads or changes `place`: a name of its own, or one of the object `ident`.

        An owner may die meanwhile, as it would without a trail.
        """
        if owner is not None:
            place = (self._name(owner, ident), place)
        touched = self.segments[-1].touched
        touched[place] = write or touched.get(place, False)

    def want(self, lock: Hashable) -> None:
        """The current segment asks for `lock`: what it would do next if it got no further."""
        self.wanted[self.segments[-1].thread] = lock

    def take(self, lock: Hashable, patient: bool) -> None:
        """The current segment takes `lock`; `patient` if it would have waited for it."""
        segment = self.segments[-1]
        self.wanted.pop(segment.thread, None)
        segment.touched[lock] = True
        self._holders[lock] = segment.thread
        if patient:
            segment.awaited |= {lock}

    def give_back(self, lock: Hashable) -> None:
        """The current segment gives `lock` back."""
        self._holders.pop(lock, None)
        segment = self.segments[-1]
        if lock not in segment.touched:
            segment.released |= {lock}
        segment.touched[lock] = True

    def need(self, owner: object, ident: int) -> None:
        """The current segment could only go on when what it needs from `owner` was there."""
        place, segment = (self._name(owner, ident), "there"), self.segments[-1]
        if not segment.touched:  # what it had done before could have been done without
            segment.awaited |= {place}
        segment.touched.setdefault(place, False)

    def provide(self, owner: object, ident: int) -> None:
        """From the current segment on, what is needed from `owner` is there."""
        self.give_back((self._name(owner, ident), "there"))

    def give_up(self, lock: Hashable) -> None:
        """The current segment asks for `lock` no longer: it waited in vain, as it would not have were it free."""
        segment = self.segments[-1]
        self.wanted.pop(segment.thread, None)
        segment.touched.setdefault(lock, False)

    def pending(self) -> list[Segment]:
        """The segments that would come next of threads that were still asking for a lock when the execution ended."""
        segments = []
        for thread, lock in self.wanted.items():
            segment = Segment(thread, thread, ())
            segment.touched[lock] = True
            segment.awaited |= {lock}
            segments.append(segment)
        return segments

    def settle(self) -> None:
        """The current segment could only begin when all others could not go on."""
        self.segments[-1].after_all = True

    def _name(self, owner: object, ident: int) -> Fresh:
        known = self._names.get(ident)
        if known is None:
            thread = self.segments[-1].thread
            number = self._named_by[thread] = self._named_by.get(thread, 0) + 1
            known = (Fresh((thread, number), len(self.segments) - 1), self._hold(owner, ident))
            self._names[ident] = known
        return known[0]

    def _hold(self, owner: object, ident: int) -> object:
        """Sees to it that the id stays the object's, if need be by keeping it alive, or forgets its name in time."""
        try:
            return weakref.ref(owner, lambda _: self._names.pop(ident, None))
        except TypeError:
            return owner


def dependent(one: Touched, other: Touched, since: int) -> bool:
    """Whether segments of two executions that are alike up to segment `since` may not commute.

    Objects first touched from there on cannot be told apart, so any two of them may be the same.
    """
    for place, write in one.items():
        if place in other:
            if write or other[place]:
                return True
        elif _is_fresh(place, since):
            for candidate, other_write in other.items():
                if (
                    (write or other_write)
                    and _is_fresh(candidate, since)
                    and candidate[1] == place[1]  # type: ignore[index]
                ):
                    return True
    return False


def _is_fresh(place: Hashable, since: int) -> bool:
    return isinstance(place, tuple) and isinstance(place[0], Fresh) and place[0].since >= since
