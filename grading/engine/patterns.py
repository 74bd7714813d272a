"""The interleavings at one place that no order of whole threads gives.

A thread reads, another writes, the first acts on what it read; or writes, and another writes over it before it is read
(Lu, Tucek, Qin and Zhou, AVIO, ASPLOS 2006). It is a race where happens-before leaves the order open, and a broken
critical section where one lock was held for all three (locksets: Savage and others, Eraser, SOSP 1997). Where neither
is certain, nothing is found.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from grading.engine import wording
from grading.engine.touch import Touch


class Pattern(NamedTuple):
    """A sentence, and the two accesses in conflict: that which came in between, and that at which it shows.

    `loses` says that a write is lost, whatever else may be wrong.
    """

    text: str
    between: Touch
    act: Touch
    loses: bool = False


def found_at(there: Sequence[Touch], failed_at: tuple[str, int] | None) -> Iterator[Pattern]:
    """What is found in the accesses to one place."""
    threads: defaultdict[int, list[Touch]] = defaultdict(list)
    for touch in there:
        own = threads[touch.step.thread]
        if own and not own[-1].writes:
            if touch.line == failed_at:
                found = _failed_on_a_stale_check(own, touch, there)
            else:
                found = _acted_on_a_stale_read(own, touch, there) if touch.writes else None
            if found:
                yield found
        own.append(touch)
    yield from _read_late(there, [own[0] for own in threads.values()])


def taken_twice(there: Sequence[Touch]) -> Iterator[Pattern]:
    """Two threads read the same value on one line, and each then reads it anew to change it: both have used it."""
    threads: defaultdict[int, list[Touch]] = defaultdict(list)
    for touch in there:
        own = threads[touch.step.thread]
        if touch.writes and own:
            for read in takewhile(_reads, reversed(own[:-1])):
                found = _taken_by_another(read, own[-1], touch, there)
                if found:
                    yield found
        own.append(touch)


def _taken_by_another(
    read: Touch, again: Touch, act: Touch, there: Sequence[Touch]
) -> Pattern | None:
    """What another thread read on the line of `read`, and wrote before `again`."""
    first = next(iter(_writes_between(read, again, there)), None)
    if first is None or not first.races_with(read):
        return None
    until = bisect_left(there, first.step.number, key=_number)
    reads = [*takewhile(_reads, reversed(there[:until]))]  # of the value that `first` changes
    for partner in reads if read in reads else ():
        if partner.line == read.line and partner.step.thread == first.step.thread:
            return Pattern(wording.both_read(read, partner, first, act, 0), first, act)
    return None


def races_at(there: Sequence[Touch]) -> Iterator[Pattern]:
    """Accesses to one variable or attribute, one right after the other, that race and do no more."""
    for earlier, later in pairwise(there):
        differ = earlier.step.thread != later.step.thread and (earlier.writes or later.writes)
        if differ and later.access.items is None and earlier.races_with(later):
            yield Pattern(wording.unlocked(earlier, later), earlier, later)


def _failed_on_a_stale_check(
    own: Sequence[Touch], act: Touch, there: Sequence[Touch]
) -> Pattern | None:
    """What a thread had found before it acted is not so any more, and it fails."""
    check = own[-1]
    others = _writes_between(check, act, there)
    return _stale_check(check, others[-1], act) if others and check.decides else None


def _acted_on_a_stale_read(
    own: Sequence[Touch], act: Touch, there: Sequence[Touch]
) -> Pattern | None:
    """A thread writes what rests on an old value, or does what an old value allowed."""
    read = own[-1]
    others = [write for write in _writes_between(read, act, there) if write.meets(act)]
    if others:
        return _overwritten(read, others, act, there)
    check = own[-2] if len(own) > 1 else read
    if check.decides and check.line != read.line == act.line:
        others = [write for write in _writes_between(check, read, there) if write.meets(act)]
        return _stale_check(check, others[-1], act) if others else None
    return None


def _overwritten(
    read: Touch, others: Sequence[Touch], act: Touch, there: Sequence[Touch]
) -> Pattern | None:
    first = others[0]
    decided = read.decides and read.line != act.line
    partner = _read_too(read, first, there)
    if _shared_lock(read, first, act) or (decided and partner is None):
        return _stale_check(read, first, act)
    if not _is_race(read, first, act):
        return None
    if partner is None:
        return Pattern(wording.overwritten(read, first, act), first, act, loses=True)
    lost = 0 if decided else len(others)
    return Pattern(wording.both_read(read, partner, first, act, lost), first, act, loses=lost > 0)


def _stale_check(check: Touch, write: Touch, act: Touch) -> Pattern | None:
    lock = _shared_lock(check, write, act)
    if lock:
        return Pattern(wording.let_go(check, write, act, lock), write, act)
    if _is_race(check, write, act):
        return Pattern(wording.stale_check(check, write, act), write, act)
    return None


def _read_late(there: Sequence[Touch], begins: Sequence[Touch]) -> Iterator[Pattern]:
    """Two threads get the same value to begin with, as what was meant for the first was written over."""
    reads = [touch for touch in begins if not touch.writes and touch.access.items is None]
    for late in reads:
        write = _last_write(late, there)
        for other in reads:
            if (
                write is not None
                and other.line == late.line
                and not late.decides
                and _last_write(other, there) is write
                and write.races_with(late)
                and write.before(other)
            ):
                yield Pattern(wording.read_late(write, late, other), write, late)


def _is_race(read: Touch, write: Touch, act: Touch) -> bool:
    """Whether another's write could as well have come before the read, or after the act."""
    return read.races_with(write) or write.races_with(act)


def _shared_lock(read: Touch, write: Touch, act: Touch) -> str:
    """A lock held for all three, as the first thread calls it: it must have let go of it in between."""
    shared = read.locks.keys() & write.locks.keys() & act.locks.keys()
    return read.locks[min(shared)] if shared else ""


def _read_too(read: Touch, first: Touch, there: Sequence[Touch]) -> Touch | None:
    """The read of the same value by the thread that wrote `first`, where it wrote on the strength of that."""
    earlier = there[: bisect_left(there, first.step.number, key=_number)]
    own = [touch for touch in earlier if touch.step.thread == first.step.thread]
    if not own or own[-1].writes:
        return None
    since = min(read.step.number, own[-1].step.number)
    return None if any(t.writes and t.step.number > since for t in earlier) else own[-1]


def _writes_between(read: Touch, act: Touch, there: Sequence[Touch]) -> list[Touch]:
    """What others wrote between two accesses of a thread."""
    start = bisect_right(there, read.step.number, key=_number)
    end = bisect_left(there, act.step.number, key=_number)
    thread = read.step.thread
    return [t for t in there[start:end] if t.writes and t.step.thread != thread]


def _last_write(read: Touch, there: Sequence[Touch]) -> Touch | None:
    """What `read` reads."""
    earlier = there[: bisect_left(there, read.step.number, key=_number)]
    return next((touch for touch in reversed(earlier) if touch.writes), None)


def _reads(touch: Touch) -> bool:
    return not touch.writes


def _number(touch: Touch) -> int:
    return touch.step.number
