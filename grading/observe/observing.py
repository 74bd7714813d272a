"""Runs a suite in the model world, and has one of its tests executed under many more schedules."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grading.index import ROOT, Exercise
from grading.judge import run_suite
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
    options: Sequence[str] = (),
    **place: Any,
) -> Observation:
    """Observe the test of this name, as it judges the solution in `folder`.

    Without a name it is the first that fails or, where all pass, of those that have several schedules the first that
    is worth most. `options` and the rest are as for `run_suite`. Raises SuiteFault.
    """
    expected = [
        each
        for each in expected_tests(place.get("root", ROOT) / exercise.suite)
        if each.world == "model" and test in (None, each.name)
    ]
    observing = [f"--observe={test or ''}", *options]
    result, report = run_suite(exercise, folder, expected, observing, **place)
    document = report.picture
    if document is not None:
        shown = {each.name: each for each in result.tests}.get(document["test"])
        document["title"] = exercise.id
        document["search"] = how_searched(shown) if shown else ""
    return Observation(result, document, report.outcomes)
