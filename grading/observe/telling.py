"""The verdict on a test file of the learner's own in plain lines, and what was not controlled in it."""

from __future__ import annotations

import textwrap

from grading import WIDTH
from grading.failures import UNCONTROLLED
from grading.observe.reading import OwnFile
from grading.report import Report
from grading.results import ExerciseResult, TestResult
from grading.verdict import describe_test


def describe_own(file: OwnFile, result: ExerciseResult, report: Report) -> str:
    """A line for each test, why each that did not pass did not, and what there is to know beside."""
    if result.status == "invalid":
        return result.message
    failures = [f"{test.name}:\n\n{test.message}" for test in result.tests if test.message]
    notes = [*file.left_out, *_not_controlled(file, report), _seen(file, result)]
    parts = [
        "\n".join(_line(test) for test in result.tests),
        *failures,
        "\n".join(textwrap.fill(note, WIDTH) for note in notes if note),
    ]
    return "\n\n".join(part for part in parts if part)


def _line(test: TestResult) -> str:
    uncontrolled = test.status == "failed" and test.message.startswith(UNCONTROLLED)
    return f"  NO      {test.name}: not judged" if uncontrolled else describe_test(test)


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
