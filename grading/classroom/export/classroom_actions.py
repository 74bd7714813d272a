"""The step output `result` of the old Classroom actions, which other tools still read: JSON in base64."""

import base64
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from grading.classroom.export.base import CannotExport, Options, append, encoded, the_one, write
from grading.classroom.export.visibility import as_student
from grading.classroom.records import Graded
from grading.results import ExerciseResult, SubmissionResult, TestResult

_LIMIT = 120_000  # bytes; the reporter gets it as a variable, of which Linux takes 131,072 at most
_LENGTHS = (None, 1_000, 200, 80, 0)  # of a message, tried one after the other
_STATUSES = {"passed": "pass", "failed": "fail", "grader_error": "error"}


def export(grades: Iterable[Graded], options: Options) -> list[str]:
    """Appends to $GITHUB_OUTPUT, or writes the bare value to the file. Raises CannotExport."""
    graded = the_one(grades, "classroom")
    result = as_student(graded.result)
    if not any(each.tests for each in result.exercises):
        raise CannotExport(
            "There are no tests in the result, and the reporter needs one: grade first."
        )
    sizes = ((length, _encoded(result, length)) for length in _LENGTHS)
    length, value = next((each for each in sizes if len(each[1]) <= _LIMIT), (None, ""))
    if not value:
        raise CannotExport(
            "The result has too many tests for the reporter: grade fewer with --only."
        )
    output = options.environment.get("GITHUB_OUTPUT")
    if options.out is None and output:
        append(f"result={value}\n", Path(output))
    else:
        write(f"{value}\n", options.out)
    return (
        []
        if length is None
        else [f"Messages were cut to {length} characters: the reporter takes no more."]
    )


def _encoded(result: SubmissionResult, length: int | None) -> str:
    statuses = {test.status for each in result.exercises for test in each.tests}
    status = next(each for each in ("grader_error", "failed", "passed") if each in statuses)
    document = {
        "version": 1,
        "status": _STATUSES[status],
        "max_score": result.max_score,
        "tests": [_test(each, test, length) for each in result.exercises for test in each.tests],
    }
    return base64.b64encode(encoded(json.dumps(document))).decode()


def _test(exercise: ExerciseResult, test: TestResult, length: int | None) -> dict[str, Any]:
    return {
        "name": f"{exercise.id}: {test.name} ({test.world})",
        "status": _STATUSES[test.status],
        "score": test.score,
        "max_score": test.max_score,
        "message": test.message[:length],
        "test_code": "",
        "filename": f"{exercise.id}.py",
        "line_no": 0,
        "duration": round(test.seconds * 1000),
    }
