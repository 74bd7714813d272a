"""What a judge has found: the results and their JSON, `threadlings/result/v1`."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from grading.suites import World

SCHEMA = "threadlings/result/v1"

TestStatus = Literal["passed", "failed", "grader_error"]
ExerciseStatus = Literal["passed", "failed", "missing", "invalid", "grader_error"]
SearchKind = Literal["proved", "bounded", "sampled"]


@dataclass(frozen=True, slots=True)
class Search:
    """How thoroughly a test was searched: how many schedules, up to how many preemptions."""

    kind: SearchKind
    schedules: int
    preemptions: int


@dataclass(frozen=True, slots=True)
class TestResult:
    """One test in one world. `token` replays the failing schedule; `seconds` is real time.

    A `hidden` one is not in what the class got.
    """

    __test__ = False  # not a test class, though pytest would think so by its name

    name: str
    world: World
    status: TestStatus
    max_score: int
    message: str = ""
    search: Search | None = None
    token: str | None = None
    seconds: float = 0.0
    hidden: bool = False

    @property
    def score(self) -> int:
        """All of its points or none."""
        return self.max_score if self.status == "passed" else 0

    def to_json(self) -> dict[str, Any]:
        """The test's object in the JSON."""
        return {
            "name": self.name,
            "world": self.world,
            "status": self.status,
            "score": self.score,
            "max_score": self.max_score,
            "message": self.message,
            "search": asdict(self.search) if self.search else None,
            "token": self.token,
            "seconds": self.seconds,
            **({"hidden": True} if self.hidden else {}),
        }

    @classmethod
    def from_json(cls, document: Mapping[str, Any]) -> "TestResult":
        """The test of its object in the JSON. Raises KeyError, TypeError."""
        values = {key: document[key] for key in document if key not in ("score", "search")}
        search = document["search"]
        return cls(**values, search=Search(**search) if search else None)


@dataclass(frozen=True, slots=True)
class ExerciseResult:
    """One exercise of a submission. `message` says in a sentence why it is not passed.

    `isolation` says what confined the process that ran it; empty if nothing was run.
    """

    id: str
    status: ExerciseStatus
    message: str
    tests: tuple[TestResult, ...]
    isolation: str = ""

    @property
    def score(self) -> int:
        """The sum of its tests' scores."""
        return sum(test.score for test in self.tests)

    @property
    def max_score(self) -> int:
        """The sum of its tests' points."""
        return sum(test.max_score for test in self.tests)

    @property
    def first_failure(self) -> TestResult | None:
        """The first test that did not pass: the one to show to the learner."""
        return next((test for test in self.tests if test.status != "passed"), None)

    def to_json(self) -> dict[str, Any]:
        """The exercise's object in the JSON."""
        return {
            "id": self.id,
            "status": self.status,
            "score": self.score,
            "max_score": self.max_score,
            "message": self.message,
            "isolation": self.isolation,
            "tests": [test.to_json() for test in self.tests],
        }

    @classmethod
    def from_json(cls, document: Mapping[str, Any]) -> "ExerciseResult":
        """The exercise of its object in the JSON. Raises KeyError, TypeError."""
        tests = tuple(map(TestResult.from_json, document["tests"]))
        values = {key: document[key] for key in ("id", "status", "message", "isolation")}
        return cls(**values, tests=tests)


@dataclass(frozen=True, slots=True)
class SubmissionResult:
    """A graded folder."""

    submission: str
    exercises: tuple[ExerciseResult, ...]

    @property
    def score(self) -> int:
        """The sum of the exercises' scores."""
        return sum(exercise.score for exercise in self.exercises)

    @property
    def max_score(self) -> int:
        """The sum of the exercises' points."""
        return sum(exercise.max_score for exercise in self.exercises)

    @property
    def share(self) -> float:
        """The score in parts of the points, 0 to 1."""
        return self.score / self.max_score if self.max_score else 0.0

    def to_json(self) -> dict[str, Any]:
        """The whole JSON document of the schema."""
        return {
            "schema": SCHEMA,
            "submission": self.submission,
            "score": self.score,
            "max_score": self.max_score,
            "exercises": [exercise.to_json() for exercise in self.exercises],
        }

    @classmethod
    def from_json(cls, document: Mapping[str, Any]) -> "SubmissionResult":
        """The submission of a whole document. Raises KeyError, TypeError, and ValueError if it has another schema."""
        if document["schema"] != SCHEMA:
            raise ValueError(f"the schema is {document['schema']!r}, not {SCHEMA!r}")
        exercises = tuple(map(ExerciseResult.from_json, document["exercises"]))
        return cls(document["submission"], exercises)


def exercise_result(exercise_id: str, tests: tuple[TestResult, ...]) -> ExerciseResult:
    """The result of an exercise whose tests were run: its status and message follow from them."""
    statuses = [test.status for test in tests]
    failure = next((test for test in tests if test.status != "passed"), None)
    status: ExerciseStatus = "passed"
    message = ""
    if failure or not tests:
        status = "grader_error" if "grader_error" in statuses or not tests else "failed"
        first = f"; the first failure is {failure.name} ({failure.world})" if failure else ""
        message = f"{statuses.count('passed')} of {len(tests)} tests passed{first}."
    return ExerciseResult(exercise_id, status, message, tests)


def write_json(result: SubmissionResult, file: Path) -> None:
    """Writes the document whole or not at all."""
    write_whole(file, [(json.dumps(result.to_json(), indent=2) + "\n").encode()])


def write_whole(file: Path, chunks: Iterable[bytes]) -> None:
    """Replaces the file whole or not at all, so that no reader sees half of it. Raises OSError."""
    part = file.with_name(f"{file.name}.part")
    try:
        with part.open("wb") as stream:
            stream.writelines(chunks)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)  # it is still there only where something went wrong
