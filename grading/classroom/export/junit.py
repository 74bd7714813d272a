"""JUnit XML as pytest writes it (`xunit2`): a suite for each exercise, points as properties."""

import platform
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from grading.classroom.export import escaping
from grading.classroom.export.base import Options, the_one, write, zulu
from grading.classroom.export.visibility import as_student
from grading.classroom.records import Graded
from grading.results import ExerciseResult, TestResult


def export(grades: Iterable[Graded], options: Options) -> list[str]:
    """Writes the document. Raises CannotExport."""
    graded = the_one(grades, "junit")
    root = Element("testsuites", name="threadlings")
    for exercise in as_student(graded.result).exercises:
        root.append(_suite(exercise, zulu(graded.graded_at)))
    indent(root)
    text = tostring(root, encoding="unicode")
    write(f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n', options.out)
    return []


def _suite(exercise: ExerciseResult, timestamp: str) -> Element:
    # An exercise of which no test reported must not look like one that is passed.
    tests = exercise.tests or (TestResult("suite", "model", "grader_error", 0, exercise.message),)
    statuses = [test.status for test in tests]
    suite = Element(
        "testsuite",
        name=exercise.id,
        errors=str(statuses.count("grader_error")),
        failures=str(statuses.count("failed")),
        skipped="0",
        tests=str(len(tests)),
        time=f"{sum(test.seconds for test in tests):.3f}",
        timestamp=timestamp,
        hostname=platform.node() or "localhost",
    )
    suite.extend(_case(exercise, test) for test in tests)
    return suite


def _case(exercise: ExerciseResult, test: TestResult) -> Element:
    case = Element(
        "testcase",
        classname=exercise.id.replace("/", "."),
        name=escaping.xml(f"{test.name} ({test.world})"),
        time=f"{test.seconds:.3f}",
    )
    properties = SubElement(case, "properties")
    for name, value in (("points", test.score), ("max_points", test.max_score)):
        SubElement(properties, "property", name=name, value=str(value))
    if test.status != "passed":
        tag = "error" if test.status == "grader_error" else "failure"
        message = escaping.xml(test.message)
        first = message.partition("\n")[0]
        SubElement(case, tag, message=first, type=test.status).text = message
    return case
