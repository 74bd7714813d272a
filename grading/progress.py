"""The tables of the commands, made with rich; it is imported only where a table is printed."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from grading.index import Exercise
from grading.results import ExerciseResult
from grading.verdict import STATES

_STYLES = {"passed": "green", "grader_error": "bold red"}


def print_learning(exercises: Sequence[Exercise], results: Sequence[ExerciseResult]) -> None:
    """Every exercise of the list; those that were judged with their state."""
    judged = {result.id: result for result in results}
    table = new_table("exercise", "title", "points", "state")
    for topic, members in groupby(exercises, lambda each: each.topic):
        table.add_row(topic, style="bold")
        for exercise in members:
            result = judged.get(exercise.id)
            status = result.status if result else ""
            points = f"{result.score if result else 0}/{exercise.points}"
            row = (exercise.stem, escape(exercise.title), points, STATES.get(status, ""))
            table.add_row(*row, style=_STYLES.get(status, "magenta" if result else None))
    maximum = sum(exercise.points for exercise in exercises)
    table.add_row("total", "", f"{sum(result.score for result in results)}/{maximum}", "")
    Console(highlight=False).print(table)


def print_grades(results: Sequence[ExerciseResult]) -> None:
    """Points and state of every exercise that was graded, and why it is not passed."""
    table = new_table("exercise", "points", "state", "why")
    for result in results:
        points = f"{result.score}/{result.max_score}"
        row = (result.id, points, STATES[result.status], escape(result.message))
        table.add_row(*row, style=_STYLES.get(result.status, "magenta"))
    maximum = sum(result.max_score for result in results)
    table.add_row("total", f"{sum(result.score for result in results)}/{maximum}", "", "")
    Console(highlight=False).print(table)


def print_counts(rows: Iterable[tuple[str, int, int]]) -> None:
    """How many files were judged for each exercise, and how many problems they have."""
    table = new_table("exercise", "files judged", "problems")
    for name, judged, problems in rows:
        table.add_row(name, str(judged), str(problems), style="red" if problems else None)
    Console(highlight=False).print(table)


def new_table(*headings: str) -> Table:
    """An empty table with these headings, as all commands print it."""
    table = Table(box=SIMPLE_HEAD)
    for heading in headings:
        table.add_column(heading)
    return table
