from pathlib import Path

import jsonschema
import pytest

from grading.classroom.export import gradebook_json
from tests.kit.classroom.conftest import NOON
from tests.kit.classroom.export.conftest import (
    HOSTILE,
    counter,
    graded,
    missing,
    not_judged,
    relay,
)

SCHEMA = Path(gradebook_json.__file__).with_name("gradebook.schema.json")


def test_everything_that_counts_is_in_the_document(written):
    jane = graded("Jane Doe", relay(), counter(1), key="17", platform="moodle")
    document, notes = written(gradebook_json, SCHEMA, jane, graded("Ann", fault="cut short"))
    first, second = document["students"]
    assert first["result"] == jane.result.to_json()
    assert (first["key"], first["name"], first["platform"]) == ("17", "Jane Doe", "moodle")
    assert (first["graded_at"], second["graded_at"], second["fault"]) == (NOON, None, "cut short")
    assert first["conditions"][0]["isolation"] == "process group"
    assert notes == []


def test_hidden_tests_are_whole_and_marked_for_the_instructor(written):
    document, _ = written(gradebook_json, SCHEMA, graded("Jane", counter(5)))
    tests = document["students"][0]["result"]["exercises"][0]["tests"]
    assert [test.get("hidden", False) for test in tests] == [False, False, True]
    assert tests[2]["message"] == "the secret is 42"


def test_any_text_and_any_state_is_within_the_schema(written):
    exercises = (counter(0, HOSTILE), missing(), not_judged(HOSTILE))
    document, _ = written(gradebook_json, SCHEMA, *(graded(HOSTILE, each) for each in exercises))
    assert [each["name"] for each in document["students"]] == [HOSTILE] * 3


def test_the_schema_refuses_what_a_result_is_not(written, monkeypatch):
    monkeypatch.setattr(gradebook_json, "SCHEMA", "threadlings/gradebook/v0")
    with pytest.raises(jsonschema.ValidationError):
        written(gradebook_json, SCHEMA, graded("Jane", relay()))
