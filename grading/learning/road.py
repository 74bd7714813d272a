"""How far the learner is: which exercises are done as far as is remembered, and which comes next."""

import ast
from collections.abc import Sequence
from typing import Literal

import click

from grading import NOX
from grading.given import is_as_given, kept
from grading.index import Exercise
from grading.learning.state import Memory, fingerprint

Standing = Literal["done", "not yet", "not begun", "missing"]


def standing(exercise: Exercise, memory: Memory) -> Standing:
    """How far the exercise is: done only while the file is the one that passed."""
    if not (memory.root / exercise.stub()).is_file():
        return "missing"
    if is_done(exercise, memory):
        return "done"
    return "not begun" if is_as_given(exercise, memory.root) else "not yet"


def is_done(exercise: Exercise, memory: Memory) -> bool:
    """Whether the file as it is now has passed, as far as is remembered."""
    record = memory.of(exercise)
    now = fingerprint(exercise, memory.root)
    return bool(now) and record.passed == now != record.failed


def next_exercise(exercises: Sequence[Exercise], memory: Memory) -> Exercise | None:
    """The first that is not done; None if all are."""
    return next((each for each in exercises if not is_done(each, memory)), None)


def goal(exercise: Exercise, memory: Memory) -> str:
    """What the exercise wants: the docstring of the stub as it was given, else its title."""
    try:
        text = (memory.root / kept(exercise)).read_text(encoding="utf-8")
        return ast.get_docstring(ast.parse(text)) or exercise.title
    except (OSError, ValueError, SyntaxError):
        return exercise.title


def introduction(exercise: Exercise, exercises: Sequence[Exercise], memory: Memory) -> str:
    """What the learner reads of the exercise that comes next."""
    done = sum(is_done(each, memory) for each in exercises)
    return f"""\
Next: {exercise.id}: {exercise.title}

{click.wrap_text(goal(exercise, memory), 80, preserve_paragraphs=True)}

read     {exercise.lesson.as_posix()}
edit     {exercise.stub().as_posix()}
judge    {NOX} -s check -- {exercise.id}
stuck?   {NOX} -s hint -- {exercise.id}

{done} of {len(exercises)} exercises are done, as far as is remembered.
To be sure, run `{NOX}`."""
