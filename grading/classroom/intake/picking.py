"""Which file of a submission is an exercise's: the shallowest `topic/name.py`, else `name.py`."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from grading.classroom.intake.entries import Entry, Unreadable, is_archive, is_foreign, visible
from grading.index import Exercise

# Ten times the longest model solution would be 40 KiB; Python reads this much in no time.
FILE = 256 * 1024
# Canvas, and browsers, put a number behind the name of what is handed in again: counter-1.py.
_PYTHON = re.compile(r"(?P<stem>[^/]+?)(?:-(?P<number>[0-9]{1,9}))?\.py")


@dataclass(slots=True)
class Picked:
    """What was taken, and one sentence for each exercise of which the file could not be."""

    files: dict[str, bytes] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)
    fault: str = ""  # why there is nothing of either


@dataclass(frozen=True, slots=True, order=True)
class _Candidate:
    """A file that may be the exercise's; the best is the least."""

    is_flat: bool
    older: tuple[int, ...]  # the version, negated
    depth: int
    number: int  # negated
    entry: Entry = field(compare=False)

    @property
    def rank(self) -> tuple[object, ...]:
        return self.is_flat, self.older, self.depth, self.number


def pick(exercises: Sequence[Exercise], entries: Iterable[Entry]) -> Picked:
    """The exercises' files among these entries, read."""
    stems = Counter(exercise.stem for exercise in exercises)
    named: dict[str, list[Entry]] = defaultdict(list)
    blocked: list[Entry] = []
    for entry in entries:
        match = _PYTHON.fullmatch(entry.name)
        if match and match["stem"] in stems and not entry.is_folder:
            named[match["stem"]].append(entry)
        elif entry.fault:
            blocked.append(entry)
    picked = Picked()
    for exercise in exercises:
        candidates = sorted(_candidates(exercise, named[exercise.stem]))
        try:
            if candidates:
                picked.files[exercise.id] = _read(candidates, stems[exercise.stem])
        except Unreadable as sentence:
            picked.faults[exercise.id] = str(sentence)
    _explain_what_is_missing(picked, exercises, blocked)
    return picked


def _candidates(exercise: Exercise, entries: Iterable[Entry]) -> Iterable[_Candidate]:
    for entry in entries:
        *folders, name = entry.path.split("/")
        match = _PYTHON.fullmatch(name)
        assert match  # it is why the entry is here
        is_flat = folders[-1:] != [exercise.topic] or bool(match["number"])
        older = tuple(-part for part in entry.version)
        number = -int(match["number"] or 0)
        yield _Candidate(is_flat, older, len(folders), number, entry)


def _read(candidates: Sequence[_Candidate], sharing: int) -> bytes:
    """The best candidate's content. Raises Unreadable with a whole sentence."""
    best, *others = candidates
    path = visible(best.entry.path)
    if best.is_flat and sharing > 1:
        raise Unreadable(f"{path} may be of {sharing} exercises: put it into its topic's folder.")
    if others and others[0].rank == best.rank:
        other = visible(others[0].entry.path)
        if other == path:
            raise Unreadable(f"{path} is there twice: keep one.")
        raise Unreadable(f"{path} and {other} may both be meant: keep one.")
    try:
        return best.entry.read(FILE)
    except Unreadable as fault:
        raise Unreadable(f"{path} {fault}.") from fault


def _explain_what_is_missing(
    picked: Picked, exercises: Sequence[Exercise], blocked: Sequence[Entry]
) -> None:
    """Blames what could not be looked into for the exercises that it may have held."""
    whole = [entry for entry in blocked if _may_hold_anything(entry)]
    if whole and not picked.files and not picked.faults:
        picked.fault = _sentence(whole[0])
        return
    for exercise in exercises:
        if exercise.id in picked.files or exercise.id in picked.faults:
            continue
        of_topic = [entry for entry in blocked if entry.name == exercise.topic]
        if reasons := of_topic + whole:
            picked.faults[exercise.id] = _sentence(reasons[0])


def _may_hold_anything(entry: Entry) -> bool:
    is_packed = is_archive(entry.name) or is_foreign(entry.name)
    return is_packed or entry.is_folder or entry.name == "exercises"


def _sentence(entry: Entry) -> str:
    return f"{visible(entry.path)} {entry.fault}."
