"""Hints, one level at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

import click

from grading import NOX
from grading.index import Exercise
from grading.learning.state import Memory


@dataclass(frozen=True, slots=True)
class Hint:
    """One of the hints of an exercise; `level` counts from 1 to `of`."""

    text: str
    level: int
    of: int

    @property
    def is_last(self) -> bool:
        """Whether none says more."""
        return self.level == self.of


def next_hint(exercise: Exercise, memory: Memory) -> Hint | None:
    """The one that says more than those given before, or the last again; None if the exercise has none."""
    hints = all_hints(exercise)
    if not hints:
        return None
    level = min(memory.of(exercise).hints + 1, len(hints))
    memory.change(exercise, hints=level)
    return hints[level - 1]


def all_hints(exercise: Exercise) -> list[Hint]:
    """Every hint of the exercise, from the one that says least."""
    count = len(exercise.hints)
    return [Hint(text, level, count) for level, text in enumerate(exercise.hints, 1)]


def in_words(exercise: Exercise, hints: Sequence[Hint], memory: Memory) -> str:
    """These hints as the learner reads them, and what else there is."""
    if not hints:
        return f"{exercise.id} has no hints. What helps:\n{_beyond(exercise, memory)}"
    parts = [
        f"{exercise.id}: hint {each.level} of {each.of}\n\n"
        + click.wrap_text(each.text, 78, "  ", "  ")
        for each in hints
    ]
    if hints[-1].is_last:
        parts.append(f"That was the last hint. What else helps:\n{_beyond(exercise, memory)}")
    else:
        parts.append("Still stuck? The same command gives the next hint.")
    return "\n\n".join(parts)


def _beyond(exercise: Exercise, memory: Memory) -> str:
    lines = [exercise.lesson.as_posix(), f"{NOX} -s explain -- {exercise.id}"]
    if (memory.root / exercise.reference).is_file():
        lines.append(f"{NOX} -s solution -- {exercise.id} --give-up")
    return "\n".join(f"    {line}" for line in lines)
