"""The table of `list`, made with rich; it is imported only where the table is printed."""

from collections.abc import Sequence
from itertools import groupby

from rich.console import Console
from rich.markup import escape

from grading.index import Exercise
from grading.learning.road import standing
from grading.learning.state import Memory, Record
from grading.progress import new_table

_STYLES = {"done": "green", "not yet": "magenta", "missing": "red"}


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


def _help(record: Record, hints: int) -> str:
    if record.gave_up:
        return "gave up"
    return f"{record.hints} of {hints}" if record.hints else ""
