"""Hints, one level at a time."""

from dataclasses import dataclass

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
