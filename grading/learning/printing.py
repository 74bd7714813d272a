"""What `list` and `solution` print with rich; it is imported only where that is printed."""

from collections.abc import Sequence
from itertools import groupby

from rich.console import Console
from rich.markup import escape

from grading.index import Exercise
from grading.learning.road import standing
from grading.learning.solutions import Comparison
from grading.learning.state import Memory, Record
from grading.progress import new_table

_STYLES = {"done": "green", "not yet": "magenta", "missing": "red"}
_DIFFERENCE = {"-": "red", "+": "green"}  # beside the signs, which say the same without colour


def print_road(exercises: Sequence[Exercise], memory: Memory) -> None:
    """Every exercise by its topic: how far it is, and what help was given."""
    table = new_table("", "exercise", "what it is about", "hints")
    table.pad_edge = False
    for topic, members in groupby(exercises, lambda each: each.topic):
        table.add_row("", topic, style="bold")
        for exercise in members:
            state = standing(exercise, memory)
            help = _help(memory.of(exercise), len(exercise.hints))
            row = (state, exercise.stem, escape(exercise.title), help)
            table.add_row(*row, style=_STYLES.get(state))
    Console(highlight=False).print(table)


def print_comparison(exercise: Exercise, comparison: Comparison) -> None:
    """The learner's solution and the model as one text, then other right solutions."""
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"- {exercise.stub().as_posix()} (yours)", style=_DIFFERENCE["-"], markup=False)
    console.print(
        f"+ {exercise.reference.as_posix()} (the model)\n", style=_DIFFERENCE["+"], markup=False
    )
    for line in comparison.lines:
        console.print(line, style=_DIFFERENCE.get(line[:1]), markup=False)
    if comparison.is_same:
        console.print("\nYours is the model solution, word for word.")
    if comparison.variants:
        console.print("\nOther right solutions:")
        for file, idiom in comparison.variants:
            console.print(f"    {file.as_posix()}\n        {idiom}", markup=False)


def _help(record: Record, hints: int) -> str:
    if record.gave_up:
        return "gave up"
    return f"{record.hints} of {hints}" if record.hints else ""
