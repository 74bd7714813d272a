"""`result.json` of Classroom 50, schema `classroom50/result/v1`, by what its runner says in the environment."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from grading.classroom.export.base import CannotExport, Options, the_one, write, zulu
from grading.classroom.export.visibility import as_student
from grading.classroom.records import Graded
from grading.results import TestResult

_VARIABLES = {
    "classroom": "CLASSROOM",
    "assignment": "ASSIGNMENT",
    "submission": "SUBMISSION_TAG",
    "commit": "COMMIT_URL",
    "release": "RELEASE_URL",
}
_TYPES = ("individual", "group")


def export(grades: Iterable[Graded], options: Options) -> list[str]:
    """Writes the document. Raises CannotExport, also where the runner's variables are missing or wrong."""
    graded = the_one(grades, "classroom50")
    result = as_student(graded.result)
    document = {
        "schema": "classroom50/result/v1",
        **_about(options.environment),
        "datetime": zulu(graded.handed_in),
        "graded_at": zulu(graded.graded_at),
        "score": result.score,
        "max-score": result.max_score,
        "tests": [_test(each.id, test) for each in result.exercises for test in each.tests],
    }
    write(json.dumps(document, indent=2) + "\n", options.out)
    return []


def _about(environment: Mapping[str, str]) -> dict[str, str]:
    about = {key: environment.get(name, "") for key, name in _VARIABLES.items()}
    missing = [_VARIABLES[key] for key, value in about.items() if not value]
    owner = environment.get("OWNER") or environment.get("USERNAME", "")
    if missing or not owner:
        names = ", ".join([*missing, *([] if owner else ["OWNER"])])
        raise CannotExport(f"Classroom 50's runner sets {names}: run this as its autograder.")
    if not about["submission"].startswith("submit/"):
        raise CannotExport(
            f"SUBMISSION_TAG must begin with submit/, but is {about['submission']!r}."
        )
    mode = environment.get("ASSIGNMENT_TYPE") or _TYPES[0]
    if mode not in _TYPES:
        raise CannotExport(f"ASSIGNMENT_TYPE must be individual or group, but is {mode!r}.")
    review = environment.get("REVIEW_URL") or about["commit"]  # older runners set none
    return {**about, "review": review, "owner": owner, "assignment_type": mode}


def _test(exercise: str, test: TestResult) -> dict[str, Any]:
    return {
        "test-name": f"{exercise}: {test.name} ({test.world})",
        "passed": test.status == "passed",
        "score": test.score,
        "max-score": test.max_score,
        "message": test.message,
    }
