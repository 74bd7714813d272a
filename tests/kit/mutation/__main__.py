"""`python -m tests.kit.mutation`: judges the mutants of the references by the suites, and shows each that they miss."""

import sys
from collections import Counter
from contextlib import closing

import click
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from grading.index import UnknownExercise, find, load
from tests.kit.mutation.judging import FINE, judge_all

_COLUMNS = ("killed", "equivalent", "refused")


@click.command()
@click.option("--only", multiple=True, metavar="ID", help="Only this exercise; repeatable.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Judge so many at a time.")
@click.option("--all", "show_all", is_flag=True, help="Show every mutant, with its verdict.")
def main(only: tuple[str, ...], jobs: int | None, show_all: bool) -> None:
    """Judge every mutant of the references; the code is 1 if one survives that is not listed as equivalent."""
    exercises = load()
    try:
        chosen = [find(exercises, name) for name in only] or exercises
    except UnknownExercise as error:
        raise click.UsageError(str(error)) from error
    counts: Counter[tuple[str, str]] = Counter()
    with closing(judge_all(chosen, jobs)) as judging:
        for judged in judging:
            fine = judged.verdict in FINE
            counts[judged.exercise.id, judged.verdict if fine else "wrong"] += 1
            if show_all or not fine:
                click.echo(f"{judged}\n")
    table = Table("exercise", "mutants", *_COLUMNS, "wrong", box=SIMPLE_HEAD)
    for exercise in chosen:
        row = [counts[exercise.id, verdict] for verdict in (*_COLUMNS, "wrong")]
        table.add_row(exercise.id, *map(str, [sum(row), *row]))
    Console(highlight=False).print(table)
    wrong = sum(count for (_, verdict), count in counts.items() if verdict == "wrong")
    click.echo(f"{counts.total() - wrong} passed, {wrong} failed")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
