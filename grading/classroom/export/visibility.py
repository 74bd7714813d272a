"""What a student may see of a result: hidden tests count, but neither their names nor their messages are shown."""

import re
from collections.abc import Mapping
from dataclasses import replace

from grading.results import ExerciseResult, SubmissionResult, TestResult

OURS = "The kit could not judge this: a fault of the kit, not of your code."


def as_student(result: SubmissionResult) -> SubmissionResult:
    """The result without what gives hidden tests away, and with faults of the kit called so."""
    return replace(result, exercises=tuple(map(_exercise, result.exercises)))


def _exercise(exercise: ExerciseResult) -> ExerciseResult:
    hidden = dict.fromkeys(test.name for test in exercise.tests if test.hidden)
    names = {name: f"hidden test {number}" for number, name in enumerate(hidden, 1)}
    message = _without(names, exercise.message)
    return replace(
        exercise,
        message=f"{OURS} {message}" if exercise.status == "grader_error" else message,
        tests=tuple(_test(test, names) for test in exercise.tests),
    )


def _test(test: TestResult, names: Mapping[str, str]) -> TestResult:
    said = "" if test.hidden else _without(names, test.message)
    if test.status == "grader_error":
        said = f"{OURS}\n\n{said}".strip()
    if not test.hidden:
        return replace(test, message=said)
    return replace(test, name=names[test.name], message=said, search=None, token=None)


def _without(names: Mapping[str, str], text: str) -> str:
    """The text with other names for the hidden tests: that of another test may say during which one it ended."""
    if not names:
        return text
    return re.sub(rf"\b(?:{'|'.join(map(re.escape, names))})\b", lambda m: names[m[0]], text)
