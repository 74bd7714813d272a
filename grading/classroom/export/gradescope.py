"""`results.json` of a Gradescope autograder.

A hidden test is nameless and `after_published`: Gradescope does not show a total beside tests that are hidden, and
with `hidden` students would never see it. So they do when the instructor publishes the grades, and learn nothing of
the hidden tests even then; what these said is for standard error, which only instructors see.
"""

import json
from collections.abc import Iterable
from typing import Any

from grading.classroom.export.base import Options, the_one, write
from grading.classroom.export.visibility import as_student
from grading.classroom.records import Graded
from grading.results import ExerciseResult, TestResult


def export(grades: Iterable[Graded], options: Options) -> list[str]:
    """Writes the document, and tells which hidden tests were not passed. Raises CannotExport."""
    graded = the_one(grades, "gradescope")
    result = as_student(graded.result)
    summary = [
        f"{each.id}: {each.score} of {each.max_score}. {each.message}" for each in result.exercises
    ]
    tests = [
        _test(f"{number}.{place}", each, test)
        for number, each in enumerate(result.exercises, 1)
        for place, test in enumerate(each.tests, 1)
    ]
    document = {
        "score": result.score,
        "execution_time": round(sum(_seconds(each) for each in result.exercises), 3),
        "output": "\n".join([*filter(None, [graded.fault]), *summary]),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": tests,
    }
    write(json.dumps(document, indent=2) + "\n", options.out)
    return [
        f"A hidden test was not passed: {each.id}, {test.name} ({test.world})."
        for each in graded.result.exercises
        for test in each.tests
        if test.hidden and test.status != "passed"
    ]


def _test(number: str, exercise: ExerciseResult, test: TestResult) -> dict[str, Any]:
    return {
        "name": f"{exercise.id}: {test.name} ({test.world})",
        "number": number,
        "status": "passed" if test.status == "passed" else "failed",
        "score": test.score,
        "max_score": test.max_score,
        "output": test.message,
        "visibility": "after_published" if test.hidden else "visible",
    }


def _seconds(exercise: ExerciseResult) -> float:
    return sum(test.seconds for test in exercise.tests)
