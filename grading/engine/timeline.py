"""The timeline of a failing execution: one column per thread, time downwards, in plain text of at most 80 columns."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from grading.engine.trace import Step

WIDTH = 80
LINES = 15
ENDINGS = 3
_LONGEST_ENDING = 3  # lines
_WIDEST_LANE = 18
_LEAST_LANE = 10
_LAST_LANE = 30  # the last thread's column reaches to the end of the line
_LEAST_SOURCE = 8
_LONGEST_ROUND = 6  # rows
_MARK = "! "  # takes no room, and needs no colour
_AFTERWARDS = "  and only afterwards:"
_WAITING = ("waits", "sleeps")


def render(
    steps: Sequence[Step],
    ending: Sequence[str],
    place: int | None = None,
    suite: str = "",
    conflict: Sequence[Step] = (),
) -> str:
    """The steps that matter, each in its thread's column; what there is no room for is folded; then how it ended.

    Every access to `place` matters: it is what the diagnosis is about. The steps `conflict` are marked; of these, one
    that is not among `steps` came too late, and comes last. Lines of the file `suite` are said to be the test's.
    """
    marked = [step._replace(conflict=step in conflict) for step in steps]
    rows = _merge(_that_matter(marked, place))
    last = [line for sentence in ending[:ENDINGS] for line in _wrapped(sentence)]
    if len(ending) > ENDINGS:
        last.append(f"  ... and {len(ending) - ENDINGS} more")
    if not rows:
        return "\n".join(last)
    late = [step._replace(conflict=True) for step in conflict if step not in steps]
    room = LINES - 1 - len(last) - (1 + len(late) if late else 0)
    shown = _with_room(rows, place, room)
    header, *lines = _lanes([*(rows[index] for index in shown), *late], suite)
    folded: list[str] = []
    for before, index, line in zip([-1, *shown], shown, lines, strict=False):
        folded += [*_fold(index - before - 1, "earlier " if before < 0 else ""), line]
    folded += _fold(len(rows) - shown[-1] - 1, "more ")
    afterwards = [_AFTERWARDS, *lines[len(shown) :]] if late else []
    return "\n".join([header, *folded, *last, *afterwards])


def is_marked(lanes: str) -> bool:
    """Whether lines of this timeline are marked: then it is to be said what the mark means."""
    return any(line.startswith(_MARK) for line in lanes.splitlines())


def _fold(count: int, which: str) -> list[str]:
    return [f"  ⋮ {count} {which}step{'s' * (count > 1)}"] if count else []


def _with_room(rows: Sequence[Step], place: int | None, room: int) -> list[int]:
    """The rows that are shown, each gap a line too: the last, the marked, those about `place`, the later ones."""
    unlike = list(range(len(rows))) if len(rows) <= room else _without_rounds(rows)
    told = {i for i in unlike if (access := rows[i].access) is not None and access.place == place}
    shown: list[int] = []
    for index in sorted(
        unlike, key=lambda i: (i != unlike[-1], not rows[i].conflict, i not in told, -i)
    ):
        more = sorted([*shown, index])
        gaps = sum(after - before > 1 for before, after in pairwise([-1, *more, len(rows)]))
        if len(more) + gaps <= room:
            shown = more
    alone = {after - 1 for before, after in pairwise([-1, *shown]) if after - before == 2}
    return sorted({*shown, *alone})  # a row takes no more room than to say that it is left out


def _without_rounds(rows: Sequence[Step]) -> list[int]:
    """The rows without those of a loop that goes on as in the two rounds before."""
    kept: list[int] = []
    done: list[tuple[object, ...]] = []
    for index, row in enumerate(rows):
        kept.append(index)
        done.append((*_place(row), row.note, row.conflict))
        for length in range(1, _LONGEST_ROUND + 1):
            last = done[-length:]
            if last == done[-2 * length : -length] == done[-3 * length : -2 * length]:
                del kept[-length:], done[-length:]
                break
    return kept


def _lanes(rows: Sequence[Step], suite: str) -> list[str]:
    """A header and a line for each row: in the column of its thread, or after its name where columns are too narrow."""
    names = _names(rows)
    room = (WIDTH - 2 - _LAST_LANE) // max(1, len(names) - 1)
    longest = max(len(name) for name in names.values())
    lane = max(_LEAST_LANE, min(_WIDEST_LANE, longest + 2, room))
    indents = {thread: 2 + lane * column for column, thread in enumerate(names)}
    if room < _LEAST_LANE or any(
        not _fits(row, WIDTH - indents[row.thread], suite) for row in rows
    ):
        width = max(len(_short_name(name, _WIDEST_LANE)) for name in names.values()) + 2
        named = [_short_name(names[row.thread], _WIDEST_LANE).ljust(width) for row in rows]
        texts = [_text(row, WIDTH - 2 - width, suite) for row in rows]
        lines = [name + text for name, text in zip(named, texts, strict=True)]
        return ["  thread", *(_margin(row) + line for row, line in zip(rows, lines, strict=True))]
    header = "".join(_short_name(name, lane - 1).ljust(lane) for name in names.values())
    texts = [_text(row, WIDTH - indents[row.thread], suite) for row in rows]
    lines = [
        _margin(row).ljust(indents[row.thread]) + text
        for row, text in zip(rows, texts, strict=True)
    ]
    return [f"  {header}".rstrip(), *lines]


def _margin(row: Step) -> str:
    return _MARK if row.conflict else "  "


def _names(rows: Sequence[Step]) -> dict[int, str]:
    """What the threads are called, in order; by their numbers too, if several are called the same."""
    names = {row.thread: row.who for row in sorted(rows, key=_by_thread)}
    count = Counter(names.values())
    return {
        thread: f"{name} ({thread})" if count[name] > 1 else name for thread, name in names.items()
    }


def _short_name(name: str, width: int) -> str:
    """A thread's name in `width` columns: without what it runs, then without its beginning, which others share."""
    if len(name) > width:
        name = name.partition(" (")[0]
    return name if len(name) <= width else "…" + name[len(name) + 1 - width :]


def _that_matter(steps: Sequence[Step], place: int | None) -> list[Step]:
    """Racing accesses, operations and waits; of other accesses only the line, where the turn passes to another."""
    kept = []
    last: dict[int, Step] = {}
    for step, following in zip_longest(steps, steps[1:]):
        told = step.access is not None and step.access.place == place
        waits = step.note.startswith(_WAITING)
        if step.matters or told or waits:
            if not (waits and step.thread in last and _still_waits(last[step.thread], step)):
                kept.append(step)
        elif following is not None and following.thread != step.thread:
            kept.append(step._replace(note=""))
        last[step.thread] = step
    return kept


def _still_waits(last: Step, step: Step) -> bool:
    """Whether a thread waits on for the same, after somebody else came first."""
    return (_place(last), last.note) == (_place(step), step.note)


def _merge(steps: Sequence[Step]) -> list[Step]:
    """Steps of one thread on one line, one after the other, are one row: a read, then a write."""
    rows: list[Step] = []
    for step in steps:
        last = rows[-1] if rows else None
        if last is None or _place(last) != _place(step) or _repeats(last, step):
            rows.append(step)
        else:
            notes = [note for note in (last.note, _further(last, step)) if note]
            conflict = last.conflict or step.conflict
            rows[-1] = step._replace(note=", ".join(notes), conflict=conflict)
    return rows


def _further(last: Step, step: Step) -> str:
    """What else happens in a row; the name of what is read and then written is said once."""
    if step.access and last.access and step.access.write and step.access.place == last.access.place:
        return f"writes {step.access.value}"
    return step.note


def _place(step: Step) -> tuple[int, str, int]:
    return step.thread, step.filename, step.line


def _repeats(last: Step, step: Step) -> bool:
    """Whether the line is executed again: it would read after it wrote, or write or wait once more."""
    verb = step.note.partition(" ")[0]
    return bool(verb) and (verb in last.note or "writes" in last.note)


def _by_thread(step: Step) -> int:
    return step.thread


def _text(step: Step, width: int, suite: str) -> str:
    """The step in `width` columns. Where it is too long, the source gives way: what happened says more."""
    note, held, place = _note(step), _held(step), _line(step, suite)
    room = max(_LEAST_SOURCE, width - len(place) - len(note) - len(held))
    return _clip(place + _clip(step.source, room) + note + held, width)


def _fits(step: Step, width: int, suite: str) -> bool:
    """Whether there is room for what happened, and for a little of the source."""
    source = min(len(step.source), _LEAST_SOURCE)
    return not step.note or len(_line(step, suite)) + source + len(_note(step)) <= width


def _note(step: Step) -> str:
    return f" -> {step.note}" if step.note else ""


def _held(step: Step) -> str:
    return f" [holds {', '.join(step.held)}]" if step.held else ""


def _line(step: Step, suite: str) -> str:
    return f"test {step.line}: " if suite and step.filename == suite else f"{step.line}: "


def _wrapped(sentence: str) -> list[str]:
    lines = textwrap.wrap(sentence, WIDTH, initial_indent="  ", subsequent_indent=" " * 6)
    return lines[:_LONGEST_ENDING]


def _clip(line: str, width: int = WIDTH) -> str:
    return line if len(line) <= width else line[: width - 1] + "…"
