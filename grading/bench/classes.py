"""Classes that are graded to be measured: of different files, or of files that students share."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from grading.classroom.gradebook import Gradebook
from grading.classroom.intake import Intake
from grading.classroom.jobs import Conditions
from grading.classroom.run import grade_class
from grading.classroom.work import Work
from grading.index import ROOT, Exercise, load
from grading.judge import DEADLINE
from grading.parallel import local
from grading.tidiness import solutions

WORKERS: Final = 2

Write = Callable[[Path, int, Sequence[Exercise], int], object]
"""Writes so many students' files of these exercises into a folder; another number, another class."""


def write_different(
    folder: Path, students: int, exercises: Sequence[Exercise], seed: int = 1
) -> None:
    """A reference, a mistake or the stub for each, made different from all others by a comment."""
    chance = random.Random(seed)
    for number in range(students):
        for exercise in exercises:
            mistake = chance.choice(solutions(ROOT / exercise.mistakes))
            chosen = (exercise.reference, mistake, exercise.stub())[number % 3]
            file = exercise.stub(folder / f"student {number:04}")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes((ROOT / chosen).read_bytes() + f"\n# {seed}, {number}\n".encode())


def grade(folder: Path, exercises: Sequence[Exercise]) -> float:
    """How long the class in this folder takes, in seconds, into a gradebook of its own.

    Raises RuntimeError if a submission of it cannot be read.
    """
    with (
        tempfile.TemporaryDirectory() as temporary,
        Gradebook(Path(temporary, "gradebook.sqlite")) as gradebook,
        local(WORKERS) as (pool, workers),
    ):
        work = Work(pool, workers, Conditions.here(DEADLINE), gradebook, DEADLINE)
        began = time.perf_counter()
        outcomes = list(grade_class(Intake(folder, load()), exercises, work, str(folder)))
        seconds = time.perf_counter() - began
    if any(outcome.state != "graded" for outcome in outcomes):
        raise RuntimeError("a submission was not graded: the figure would mean nothing")
    return seconds
