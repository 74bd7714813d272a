"""The timeline of a failing execution: one column per thread, time downwards, in plain text of at most 80 columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from grading.engine.trace import Step

WIDTH = 80
ROWS = 18
ENDINGS = 5
_WIDEST_LANE = 18
_LEAST_LANE = 10
_LAST_LANE = 30  # the last thread's column reaches to the end of the line
_LEAST_SOURCE = 12
_WAITING = ("waits", "sleeps")


def render(steps: Sequence[Step], ending: Sequence[str], place: int | None = None) -> str:
    """The steps that matter, each in its thread's column; what leads up to them is folded; then how it ended.

    Every access to `place` matters: it is what the diagnosis is about.
    """
    rows = _merge(_that_matter(steps, place))
    last = [_clip(f"  {sentence}") for sentence in ending[:ENDINGS]]
    if len(ending) > ENDINGS:
        last.append(f"  ... and {len(ending) - ENDINGS} more")
    if not rows:
        return "\n".join(last)
    folded = max(0, len(rows) - ROWS)
    fold = [f"  ⋮ {folded} earlier step{'s' * (folded > 1)}"] if folded else []
    header, *lines = _lanes(rows[folded:])
    return "\n".join([header, *fold, *lines, *last])


def _lanes(rows: Sequence[Step]) -> list[str]:
    """A header and a line for each row: in the column of its thread, or after its name where there are too many."""
    names = {step.thread: step.who for step in sorted(rows, key=_by_thread)}
    room = (WIDTH - 2 - _LAST_LANE) // max(1, len(names) - 1)
    if room < _LEAST_LANE:
        width = max(len(_short_name(name, _WIDEST_LANE)) for name in names.values()) + 2
        named = [_short_name(step.who, _WIDEST_LANE).ljust(width) for step in rows]
        texts = [_text(step, WIDTH - 2 - width) for step in rows]
        return ["  thread", *(f"  {name}{text}" for name, text in zip(named, texts, strict=True))]
    longest = max(len(name) for name in names.values())
    lane = max(_LEAST_LANE, min(_WIDEST_LANE, longest + 2, room))
    indents = {thread: 2 + lane * column for column, thread in enumerate(names)}
    header = "".join(_short_name(name, lane - 1).ljust(lane) for name in names.values())
    texts = [" " * (i := indents[step.thread]) + _text(step, WIDTH - i) for step in rows]
    return [f"  {header}".rstrip(), *texts]


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
            notes = [note for note in (last.note, step.note) if note]
            rows[-1] = step._replace(note=", ".join(notes))
    return rows


def _place(step: Step) -> tuple[int, str, int]:
    return step.thread, step.filename, step.line


def _repeats(last: Step, step: Step) -> bool:
    """Whether the line is executed again: it would read after it wrote, or write or wait once more."""
    verb = step.note.partition(" ")[0]
    return bool(verb) and (verb in last.note or "writes" in last.note)


def _by_thread(step: Step) -> int:
    return step.thread


def _text(step: Step, width: int) -> str:
    """The step in `width` columns. Where it is too long, the source gives way: what happened says more."""
    note = f" -> {step.note}" if step.note else ""
    held = f" [holds {', '.join(step.held)}]" if step.held else ""
    place = f"{step.line}: "
    room = max(_LEAST_SOURCE, width - len(place) - len(note) - len(held))
    return _clip(place + _clip(step.source, room) + note + held, width)


def _clip(line: str, width: int = WIDTH) -> str:
    return line if len(line) <= width else line[: width - 1] + "…"
