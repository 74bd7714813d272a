"""Judges a test file of the learner's own as if it were an exercise, whose suite calls the file's tests.

The child gets the file and the modules beside it that it imports; it is confined as for a submission.
"""

from __future__ import annotations

import shlex
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grading.index import Exercise
from grading.judge import run_suite
from grading.observe.observing import Observation, observe
from grading.observe.reading import OwnFile
from grading.report import Report
from grading.results import ExerciseResult
from grading.suites import expected_tests

_SUITE = "import pytest\n"
_TEST = """

@pytest.mark.world("model")
def {0}(exercise):
    exercise.{0}()
"""


@dataclass(frozen=True, slots=True)
class _Own(Exercise):
    """The file as an exercise's solution, wherever it is."""

    def stub(self, folder: Path = Path()) -> Path:
        """The file in its folder."""
        return folder / f"{self.stem}.py"


def judge_own(
    file: OwnFile, schedule: str | None, deadline: float
) -> tuple[ExerciseResult, Report]:
    """The results of its tests, under all schedules that matter or under one, and all that was reported."""
    with _as_exercise(file) as (exercise, place):
        expected = expected_tests(place["root"] / exercise.suite)
        options = ["--own", *([f"--schedule={schedule}"] if schedule else [])]
        folder = file.path.parent
        return run_suite(exercise, folder, expected, options, deadline=deadline, **place)


def observe_own(file: OwnFile, test: str | None, deadline: float) -> Observation:
    """As `observe`, for one of its tests."""
    with _as_exercise(file) as (exercise, place):
        folder = file.path.parent
        seen = observe(exercise, test, folder, options=["--own"], deadline=deadline, **place)
    if seen.document is not None:
        seen.document["title"] = file.path.name
    return seen


@contextmanager
def _as_exercise(file: OwnFile) -> Iterator[tuple[Exercise, dict[str, Any]]]:
    """The exercise, as long as its suite is needed, and where the judge finds all that there is."""
    exercise = _Own(f"00_own/{file.path.stem}", file.path.name, 0, (), (), None)
    folder = file.path.parent.resolve()
    beside = {each.relative_to(folder).as_posix(): str(each) for each in file.beside}
    with tempfile.TemporaryDirectory(prefix="own-") as root:
        suite = Path(root, exercise.suite)
        suite.parent.mkdir(parents=True)
        suite.write_text(_SUITE + "".join(map(_TEST.format, file.tests)), encoding="utf-8")
        origin = shlex.quote(file.path.as_posix())
        yield exercise, {"root": Path(root), "origin": origin, "beside": beside}
