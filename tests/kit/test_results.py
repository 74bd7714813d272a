import json

import pytest

from grading.results import (
    ExerciseResult,
    Search,
    SubmissionResult,
    TestResult,
    exercise_result,
    write_json,
    write_whole,
)

PASSED = TestResult("test_a", "model", "passed", 2, "", Search("proved", 20, 3), None, 0.5)
FAILED = TestResult("test_a", "live", "failed", 3, "got 1", None, "m1-x", 0.1)
OURS = TestResult("test_b", "live", "grader_error", 1, "our fault")


def test_a_test_has_all_of_its_points_or_none():
    assert [each.score for each in (PASSED, FAILED, OURS)] == [2, 0, 0]


def test_the_status_of_an_exercise_is_that_of_its_worst_test():
    assert exercise_result("x", (PASSED,)).status == "passed"
    assert exercise_result("x", (PASSED, FAILED)).status == "failed"
    assert exercise_result("x", (PASSED, FAILED, OURS)).status == "grader_error"


def test_an_exercise_without_tests_is_not_passed():
    assert exercise_result("x", ()).status == "grader_error"


def test_the_document_is_exactly_that_of_the_schema():
    missing = ExerciseResult("04_queues/relay", "missing", "is missing", ())
    counter = exercise_result("03_locks/counter", (PASSED, FAILED))
    assert SubmissionResult("alice", (counter, missing)).to_json() == {
        "schema": "threadlings/result/v1",
        "submission": "alice",
        "score": 2,
        "max_score": 5,
        "exercises": [
            {
                "id": "03_locks/counter",
                "status": "failed",
                "score": 2,
                "max_score": 5,
                "message": "1 of 2 tests passed; the first failure is test_a (live).",
                "isolation": "",
                "tests": [
                    {
                        "name": "test_a",
                        "world": "model",
                        "status": "passed",
                        "score": 2,
                        "max_score": 2,
                        "message": "",
                        "search": {"kind": "proved", "schedules": 20, "preemptions": 3},
                        "token": None,
                        "seconds": 0.5,
                    },
                    {
                        "name": "test_a",
                        "world": "live",
                        "status": "failed",
                        "score": 0,
                        "max_score": 3,
                        "message": "got 1",
                        "search": None,
                        "token": "m1-x",
                        "seconds": 0.1,
                    },
                ],
            },
            {
                "id": "04_queues/relay",
                "status": "missing",
                "score": 0,
                "max_score": 0,
                "message": "is missing",
                "isolation": "",
                "tests": [],
            },
        ],
    }


def test_the_file_is_replaced_whole_and_nothing_else_is_left(tmp_path):
    file = tmp_path / "result.json"
    file.write_text("old")
    result = SubmissionResult("alice", (exercise_result("x", (FAILED,)),))
    write_json(result, file)
    assert json.loads(file.read_text(encoding="utf-8")) == result.to_json()
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_cannot_be_replaced_stays_and_nothing_is_left(tmp_path):
    folder = tmp_path / "result.json"
    folder.mkdir()
    with pytest.raises(OSError):
        write_whole(folder, [b"new"])
    assert list(tmp_path.iterdir()) == [folder]
