import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from grading.classroom.export.base import Options
from grading.classroom.records import Graded
from grading.classroom.submissions import Student
from grading.index import Exercise
from grading.results import ExerciseResult, Search, SubmissionResult, TestResult, exercise_result
from tests.kit.classroom.conftest import COUNTER, KIT, NOON, RELAY

EXERCISES = (
    Exercise(RELAY, "Pass it *on*", 4, (), ()),
    Exercise(COUNTER, "Count", 6, (), ()),
)
SCHEMAS = Path(__file__).parent / "schemas"
HIDDEN = "test_what_nobody_may_know"
SECRET = "the secret is 42"
# What a learner's program may say, in the hope that whoever shows it believes it.
HOSTILE = (
    "got <script>alert(1)</script> & ]]> ````` ```\n"
    "::error file=x.py::forged\n##[error]forged\n"
    "| a | b |\n# heading\n\x00\x1b[31m\ud800\ufffe, 100%\r\n=1+1"
)


def counter(points: int = 5, message: str = "got 1") -> ExerciseResult:
    """Of 6 points: 3 for a test in the model world, 2 for it in the live one, 1 for a hidden test."""
    tests, left = [], points
    for test in (
        TestResult("test_a", "model", "passed", 3, message, Search("proved", 20, 3), None, 0.5),
        TestResult("test_a", "live", "passed", 2, message, seconds=0.25),
        TestResult(HIDDEN, "model", "passed", 1, SECRET, token="13.2", hidden=True),
    ):
        passed = test.max_score <= left
        left -= test.max_score * passed
        tests.append(replace(test, message="") if passed else replace(test, status="failed"))
    return exercise_result(COUNTER, tuple(tests))


def relay(points: int = 4) -> ExerciseResult:
    """Of 4 points, all of them or none."""
    status = "passed" if points else "failed"
    result = exercise_result(
        RELAY, (TestResult("test_b", "model", status, 4, "" if points else "lost"),)
    )
    assert result.score == points
    return result


def missing() -> ExerciseResult:
    sentence = f"{RELAY}.py is missing: the solution must be in this file."
    return ExerciseResult(
        RELAY, "missing", sentence, (TestResult("test_b", "model", "failed", 4, sentence),)
    )


def not_judged(message: str = "the engine is at fault") -> ExerciseResult:
    return exercise_result(RELAY, (TestResult("test_b", "model", "grader_error", 4, message),))


def graded(
    name: str, *exercises: ExerciseResult, key: str = "", platform: str = "", fault: str = ""
) -> Graded:
    return Graded(
        Student(key or name, name, platform),
        f"{name}.zip",
        "2026-11-01T10:00:00+02:00",
        NOON if exercises else "",
        fault,
        SubmissionResult("exercises", exercises),
        (KIT,),
    )


def options(**given) -> Options:
    return Options(**{"exercises": EXERCISES, "environment": {}, **given})


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


@pytest.fixture
def written(out):
    """Exports in a format, checks the JSON against its schema, and gives it with what was said."""

    def write(format_, schema, *grades, **given):
        notes = format_.export(iter(grades), options(out=out, **given))
        document = json.loads(out.read_text(encoding="utf-8"))
        jsonschema.validate(document, json.loads(Path(schema).read_text(encoding="utf-8")))
        return document, notes

    return write
