from concurrent.futures import Executor, Future
from dataclasses import replace
from pathlib import Path

import pytest

from grading.classroom import work
from grading.classroom.gradebook import Gradebook
from grading.classroom.jobs import Conditions, Verdict, digest_of
from grading.classroom.submissions import Student, Submission
from grading.classroom.work import Work
from grading.results import ExerciseResult, Search, TestResult, exercise_result

COUNTER, RELAY = "03_locks/counter", "04_queues/relay"
KIT = Conditions("1.0", "kit-a", '{"deadline": 60.0}', "3.13.0", "process group")
NEWER = Conditions("1.1", "kit-b", '{"deadline": 60.0}', "3.13.0", "process group")
NOON = "2026-11-02T12:00:00Z"


class AtOnce(Executor):
    """Does each job in the caller's thread, when it is asked for, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple] = []

    def submit(self, function, /, *args, **kwargs):
        self.asked.append(args[:2])
        future: Future = Future()
        future.set_result(function(*args, **kwargs))
        return future


def result_of(exercise: str, content: bytes | str, points: int = 2) -> ExerciseResult:
    """Passed if the file says so; a test in each world."""
    passed = content == b"right"
    status = "passed" if passed else "failed"
    model = TestResult(
        "test_a", "model", status, points, "" if passed else "got 1\nbut", hidden=True
    )
    search = Search("proved", 20, 3)
    live = TestResult("test_a", "live", "passed", 1, "", search, None, 0.25)
    return replace(exercise_result(exercise, (model, live)), isolation=KIT.isolation)


def verdict_of(
    exercise: str, content: bytes | str, conditions: Conditions = KIT, points: int = 2
) -> Verdict:
    return Verdict(digest_of(content), result_of(exercise, content, points), conditions, NOON)


def handed_in(
    name: str, content: bytes = b"right", *, when: str = "", fault: str = "", **faults: str
) -> Submission:
    files = {} if fault or faults else {COUNTER: content}
    why = {COUNTER: faults["counter"]} if faults else {}
    return Submission(Student(name, name.title()), f"{name}.zip", files, why, fault, when)


@pytest.fixture
def gradebook(tmp_path: Path):
    with Gradebook(tmp_path / "gradebook.sqlite") as opened:
        yield opened


@pytest.fixture
def judging(gradebook, monkeypatch):
    """Work whose judge is `verdict_of`; with the executor that was asked."""

    def judge_file(exercise, content, deadline, kit):
        verdict = verdict_of(exercise, content, current[0], points[0])
        return {
            "digest": verdict.digest,
            "result": verdict.result.to_json(),
            "conditions": {name: getattr(current[0], name) for name in current[0].__slots__},
            "judged_at": NOON,
        }

    monkeypatch.setattr(work, "judge_file", judge_file)
    current, points = [KIT], [2]

    def make(conditions: Conditions = KIT, worth: int = 2) -> Work:
        current[0], points[0] = conditions, worth
        return Work(AtOnce(), 1, conditions, gradebook, 60.0)

    return make
