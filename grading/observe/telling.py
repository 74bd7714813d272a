"""The verdict on a test file of the learner's own in plain lines, and what was not controlled in it."""

from __future__ import annotations

import textwrap

from grading.failures import UNCONTROLLED
from grading.observe.reading import OwnFile
from grading.report import Report
from grading.results import ExerciseResult, TestResult
from grading.verdict import describe_test

WIDTH = 80


def describe_own(file: OwnFile, result: ExerciseResult, report: Report) -> str:
    """A line for each test, why each that did not pass did not, and what there is to know beside."""
    if result.status == "invalid":
        return result.message
    failures = [f"{test.name}:\n\n{_why(test)}" for test in result.tests if test.message]
    notes = [*file.left_out, *_not_controlled(file, report), _seen(file, result)]
    parts = [
        "\n".join(_line(test) for test in result.tests),
        *failures,
        "\n".join(_note(note) for note in notes if note),
    ]
    return "\n\n".join(part for part in parts if part)


def exit_code(result: ExerciseResult) -> int:
    """0 if all tests pass, 3 for a fault of the kit, else 1."""
    if result.status == "grader_error":
        return 3
    return 0 if result.status == "passed" else 1


def _line(test: TestResult) -> str:
    return f"  NO      {test.name}: not judged" if _is_uncontrolled(test) else describe_test(test)


def _why(test: TestResult) -> str:
    return _note(test.message) if _is_uncontrolled(test) else test.message


def _is_uncontrolled(test: TestResult) -> bool:
    return test.status == "failed" and test.message.startswith(UNCONTROLLED)


def _not_controlled(file: OwnFile, report: Report) -> list[str]:
    notes = [
        f"{test.name}: {what} has no switch points, so it may matter more than was seen."
        for test, unseen in report.unseen.items()
        for what in unseen
    ]
    if file.foreign:
        modules = ", ".join(file.foreign)
        notes.append(f"No switch points are in {modules}: a call of it is one step.")
    return notes


def _seen(file: OwnFile, result: ExerciseResult) -> str:
    """What there was to read, since a test that opens another file does not find it."""
    there = " and ".join([file.path.name, *(each.name for each in file.beside)])
    return f"It ran in a folder with {there} alone, confined by {result.isolation}."


def _note(note: str) -> str:
    return textwrap.fill(note, WIDTH)
