import pytest

from grading.classroom.export import classroom50
from grading.classroom.export.base import CannotExport
from tests.kit.classroom.conftest import NOON
from tests.kit.classroom.export.conftest import (
    HIDDEN,
    HOSTILE,
    SCHEMAS,
    counter,
    graded,
    missing,
    not_judged,
    options,
    relay,
)

SCHEMA = SCHEMAS / "classroom50.json"
RUNNER = {
    "CLASSROOM": "cs",
    "ASSIGNMENT": "threads",
    "SUBMISSION_TAG": "submit/2026-11-01T08-00-00Z-0123456",
    "COMMIT_URL": "https://github.com/o/r/commit/0123456",
    "RELEASE_URL": "https://github.com/o/r/releases/tag/x",
    "REVIEW_URL": "https://github.com/o/r/compare/a...b",
    "USERNAME": "jane",
    "OWNER": "jane-and-ann",
}


def test_points_and_where_they_come_from_are_in_the_document(written):
    jane = graded("Jane", relay(), counter(3))
    document, _ = written(classroom50, SCHEMA, jane, environment=RUNNER)
    assert (document["score"], document["max-score"]) == (7, 10)
    assert document["tests"][0] == {
        "test-name": "04_queues/relay: test_b (model)",
        "passed": True,
        "score": 4,
        "max-score": 4,
        "message": "",
    }
    assert document["owner"] == "jane-and-ann"
    assert document["datetime"] == "2026-11-01T08:00:00Z"  # handed in at 10:00+02:00
    assert document["graded_at"] == NOON


def test_points_add_up_and_no_test_has_more_than_its_maximum(written):
    jane = graded("Jane", missing(), counter(4), not_judged(HOSTILE))
    document, _ = written(classroom50, SCHEMA, jane, environment=RUNNER)
    for key in ("score", "max-score"):
        assert sum(test[key] for test in document["tests"]) == document[key]
    assert all(test["score"] <= test["max-score"] for test in document["tests"])


def test_a_hidden_test_has_no_name(written, out):
    document, _ = written(classroom50, SCHEMA, graded("Jane", counter(5)), environment=RUNNER)
    assert document["tests"][2]["test-name"] == "03_locks/counter: hidden test 1 (model)"
    assert HIDDEN not in out.read_text(encoding="utf-8")


def test_an_older_runner_without_owner_or_review_is_enough(written):
    older = {key: value for key, value in RUNNER.items() if key not in ("OWNER", "REVIEW_URL")}
    document, _ = written(classroom50, SCHEMA, graded("Jane", relay()), environment=older)
    assert (document["owner"], document["review"]) == ("jane", RUNNER["COMMIT_URL"])


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({}, "runner sets CLASSROOM, ASSIGNMENT, SUBMISSION_TAG, COMMIT_URL, RELEASE_URL, OWNER"),
        (RUNNER | {"ASSIGNMENT": ""}, "runner sets ASSIGNMENT: run this as its autograder"),
        (RUNNER | {"SUBMISSION_TAG": "v1"}, "must begin with submit/, but is 'v1'"),
        (RUNNER | {"ASSIGNMENT_TYPE": "pair"}, "individual or group, but is 'pair'"),
    ],
)
def test_what_the_runner_did_not_set_is_named(out, environment, sentence):
    with pytest.raises(CannotExport, match=sentence):
        classroom50.export([graded("Jane", relay())], options(environment=environment, out=out))
    assert not out.exists()


def test_a_class_is_refused_in_a_sentence(out):
    with pytest.raises(CannotExport, match="one student, and there are 2: name one with --student"):
        classroom50.export([graded("a"), graded("b")], options(environment=RUNNER, out=out))
