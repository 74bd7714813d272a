"""Runs a suite in the model world, and has one of its tests executed under many more schedules."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grading.index import ROOT, Exercise
from grading.judge import DEADLINE, run_suite
from grading.observations import Outcomes
from grading.results import ExerciseResult
from grading.suites import expected_tests
from grading.verdict import how_searched


@dataclass(frozen=True, slots=True)
class Observation:
    """The result of the tests in the model world, and of one of them the picture and all that can come out.

    `document` is a `threadlings/picture/v1`. Both are None where nothing could be executed, or not in time.
    """

    result: ExerciseResult
    document: dict[str, Any] | None
    outcomes: Outcomes | None


def observe(
    exercise: Exercise,
    test: str | None,
    folder: Path,
    *,
    deadline: float = DEADLINE,
    origin: str | None = None,
    root: Path = ROOT,
) -> Observation:
    """Observe the test of this name, as it judges the solution in `folder`, for at most `deadline` seconds.

    Without a name it is the first that fails or, where all pass, of those that have several schedules the first that
    is worth most. `origin` and `root` are as for `judge`. Raises SuiteFault.
    """
    expected = [
        each
        for each in expected_tests(root / exercise.suite)
        if each.world == "model" and test in (None, each.name)
    ]
    options = [f"--observe={test}" if test else "--observe="]
    result, report = run_suite(
        exercise, folder, expected, options, deadline=deadline, origin=origin, root=root
    )
    document = report.picture
    if document is not None:
        verdicts = {each.name: each for each in result.tests}
        shown = verdicts.get(document["test"])
        document["title"] = exercise.id
        document["search"] = how_searched(shown) if shown else ""
    return Observation(result, document, report.outcomes)
