"""The sentences of a diagnosis: who read and wrote what, on which line, with which lock."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from grading.engine.touch import Touch
from grading.engine.trace import Step, short

_SENTENCE = re.compile(r"(^|\. )the test")


def missing_wait(read: Touch, write: Touch, name: str, given_up: Step | None) -> str:
    """A read came before the write that it should have seen; `given_up` is a wait that had ended before that."""
    who, writer = _who(read, write), _who(write, read)
    line, later = _named(read.step), _named(write.step)  # the suite's, as a rule
    early = f"{who} reads {name} = {read.access.value} ({line}) before {writer} writes it ({later})"
    if given_up is None:
        wait = "result()" if writer.startswith("ThreadPoolExecutor") else "join()"
        return _said(f"{early}: nothing makes it wait for {writer}, as {wait} would.")
    if "join(" in given_up.source:
        return _said(f"{early}: the join on {_named(given_up)} gave up before that.")
    return _said(f"{early}: what it waited for on {_named(given_up)} came earlier.")


def both_read(read: Touch, partner: Touch, first: Touch, act: Touch, lost: int) -> str:
    """Two threads read one value, and both acted on it; that lost so many updates, or none that can be counted."""
    pairs = sorted([(read, act), (partner, first)], key=_numbers)
    (one, wrote_one), (two, wrote_two) = pairs
    reads, writes = _both_lines(one, two), _both_lines(wrote_one, wrote_two)
    also = f" ({writes})" if writes != reads else ""
    count = "one update is" if lost == 1 else f"{lost} updates are"
    return _said(
        f"{_who(one, two)} and {_who(two, one)} both {'read' if lost else 'saw'} "
        f"{_name(one, two)} = {read.access.value} ({reads}) before either wrote it{also}"
        f"{f': {count} lost' if lost else ''}. {_locks([read, act], [partner, first])}"
    )


def overwritten(read: Touch, write: Touch, act: Touch) -> str:
    """A thread wrote over what it had not seen."""
    who, other = _who(read, write), _who(write, read)
    line, between, acted = _lines(read, write, act)
    name = _name(read, write, act)
    return _said(
        f"{who} read {name} = {read.access.value} ({line}), {other} wrote {name} = {write.access.value} ({between}), "
        f"and then {who} wrote {name} = {act.access.value} over it ({acted}). {_locks([read, act], [write])}"
    )


def stale_check(check: Touch, write: Touch, act: Touch) -> str:
    """A thread acted on what was true no more."""
    who, other = _who(check, write), _who(write, check)
    line, between, acted = _lines(check, write, act)
    name = _name(check, write, act)
    return _said(
        f"{who} saw {name} = {check.access.value} on {line}, and by the time it acted on {acted} "
        f"{other} had changed it ({between}). {_locks([check, act], [write])}"
    )


def let_go(read: Touch, write: Touch, act: Touch, lock: str) -> str:
    """A critical section that is two."""
    who, other = _who(read, write), _who(write, read)
    line, between, acted = _lines(read, write, act)
    name = _name(read, write, act)
    return _said(
        f"{who} let go of {lock} between reading {name} ({line}) and changing it ({acted}), "
        f"and {other} changed it in between ({between})."
    )


def read_late(write: Touch, late: Touch, other: Touch) -> str:
    """A value was written over before the thread that it was meant for read it."""
    writer, reader = _who(write, late), _who(late, other)
    line, later = _lines(write, late)
    name = _name(write, late)
    return _said(
        f"{writer} wrote {name} anew ({line}) before {reader} read it ({later}): "
        f"{reader} and {_who(other, late)} share one {name}."
    )


def unlocked(earlier: Touch, later: Touch) -> str:
    """Two accesses that race, and no more is known."""
    one, two, name = _who(earlier, later), _who(later, earlier), _name(earlier, later)
    line, after = _lines(earlier, later)
    over = " over it" if earlier.writes and later.writes else ""
    return _said(
        f"{one} {_did(earlier, name)} ({line}), then {two} {_did(later, name)}{over} ({after}): "
        f"nothing keeps the two apart. {_locks([earlier], [later])}"
    )


def _locks(ours: Sequence[Touch], theirs: Sequence[Touch]) -> str:
    """Which lock was held for what, where none was held for all: by one thread, and by the other."""
    everybody = [*ours, *theirs]
    if not any(touch.locks for touch in everybody):
        permits = _common([touch.permits for touch in everybody])
        if permits:
            return (
                f"No lock was held: {permits[0]} is a semaphore that lets more than one thread in."
            )
        return "No lock was held."
    reads = [touch for touch in everybody if not touch.writes]
    writes = [touch for touch in everybody if touch.writes]
    for some, rest, done, missed in (
        (writes, reads, "writing", "reading"),
        (reads, writes, "reading", "writing"),
    ):
        shared = _common([touch.locks for touch in some])
        if len(some) > 1 and shared and not any(touch.locks for touch in rest):
            return f"{_joined(shared)} was held for the {done} only, not for the {missed}."
    return _apart(ours, theirs)


def _apart(ours: Sequence[Touch], theirs: Sequence[Touch]) -> str:
    us, them = _who(ours[0], theirs[0]), _who(theirs[0], ours[0])
    our_locks = _common([touch.locks for touch in ours])
    their_locks = _common([touch.locks for touch in theirs])
    if our_locks and set(our_locks) == set(their_locks):
        return f"{us} and {them} held two different locks, both called {_joined(our_locks)}."
    if our_locks and their_locks:
        return (
            f"{us} held {_joined(our_locks)}, {them} held {_joined(their_locks)}: "
            "there is no lock that both held."
        )
    if our_locks and not any(touch.locks for touch in theirs):
        return f"{us} held {_joined(our_locks)}, {them} held no lock."
    if their_locks and not any(touch.locks for touch in ours):
        return f"{them} held {_joined(their_locks)}, {us} held no lock."
    return "There is no lock that both held all the time."


def _common(held: Sequence[dict[int, str]]) -> list[str]:
    """The names of what is in all of these, as the first calls them, each once."""
    shared = set(held[0]).intersection(*held[1:])
    return list(dict.fromkeys(name for number, name in held[0].items() if number in shared))


def _who(touch: Touch, other: Touch) -> str:
    """The thread of `touch`; by its number too, if both are called the same."""
    who = touch.step.who
    return f"{who} (thread {touch.step.thread})" if who == other.step.who else who


def _name(*touches: Touch) -> str:
    return next((touch.access.name for touch in touches if touch.access.name), "a container")


def _did(touch: Touch, name: str) -> str:
    return f"{'wrote' if touch.writes else 'read'} {name} = {touch.access.value}"


def _lines(*touches: Touch) -> list[str]:
    """`line 9` for each; where they are not all in one file, `line 9 of counter.py`."""
    if len({touch.step.filename for touch in touches}) > 1:
        return [_named(touch.step) for touch in touches]
    return [f"line {touch.step.line}" for touch in touches]


def _named(step: Step) -> str:
    return f"line {step.line} of {short(step.filename)}"


def _both_lines(one: Touch, two: Touch) -> str:
    first, second = _lines(one, two)
    if one.step.filename != two.step.filename:
        return f"{first} and {second}"
    return first if first == second else f"lines {one.step.line} and {two.step.line}"


def _joined(names: Iterable[str]) -> str:
    return " and ".join(names)


def _said(text: str) -> str:
    return _SENTENCE.sub(r"\1The test", text)


def _numbers(touches: tuple[Touch, Touch]) -> int:
    return touches[0].step.number
