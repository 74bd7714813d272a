"""The command `watch`."""

from __future__ import annotations

import os
import sys

import click

from grading.index import ROOT, load
from grading.learning.commands import warn_of_fault
from grading.learning.road import next_exercise
from grading.learning.state import Memory
from grading.options import chosen


@click.command()
@click.argument("exercise_id", metavar="[ID]", required=False)
@click.option("--plain", is_flag=True, help="Print lines, though there is a terminal.")
def watch(exercise_id: str | None, plain: bool) -> int:
    """Judge an exercise at every save: the one that is named, or the next that is not done."""
    exercises, memory = load(ROOT), Memory(ROOT)
    named = (exercise_id,) if exercise_id else ()
    exercise = chosen(named, exercises)[0] if named else next_exercise(exercises, memory)
    if plain or not _has_screen():
        from grading.watch.plain import run
    else:
        from grading.watch.view import run
    run(exercise or exercises[0], exercises, memory)
    warn_of_fault(memory)
    return 0


def _has_screen() -> bool:
    streams = (sys.stdin, sys.stdout, sys.stderr)  # the last is what textual draws on
    return all(each.isatty() for each in streams) and os.environ.get("TERM") != "dumb"
