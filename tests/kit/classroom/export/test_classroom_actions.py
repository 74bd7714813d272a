import base64
import json

import jsonschema
import pytest

from grading.classroom.export import classroom_actions
from grading.classroom.export.base import CannotExport
from tests.kit.classroom.export.conftest import (
    HIDDEN,
    HOSTILE,
    SCHEMAS,
    counter,
    graded,
    not_judged,
    options,
    relay,
)

SCHEMA = json.loads((SCHEMAS / "classroom.json").read_text(encoding="utf-8"))


def decoded(out, *exercises):
    notes = classroom_actions.export([graded("Jane", *exercises)], options(out=out))
    document = json.loads(base64.b64decode(out.read_bytes(), validate=False))
    jsonschema.validate(document, SCHEMA)
    return document, notes


@pytest.mark.parametrize(
    ("exercises", "status"),
    [((relay(),), "pass"), ((relay(), counter(5)), "fail"), ((relay(0), not_judged()), "error")],
)
def test_the_status_is_that_of_the_worst_test(out, exercises, status):
    document, notes = decoded(out, *exercises)
    assert document["status"] == status
    assert document["max_score"] == sum(each.max_score for each in exercises)
    assert notes == []


def test_times_are_milliseconds_and_hidden_tests_nameless(out):
    document, _ = decoded(out, counter(0, HOSTILE))
    assert [test["duration"] for test in document["tests"]] == [500, 250, 0]
    assert HIDDEN not in json.dumps(document)


def test_long_messages_are_cut_so_that_the_reporter_can_start_and_it_is_said(out):
    document, notes = decoded(out, counter(0, "x" * 100_000))
    assert len(out.read_bytes()) <= 120_000
    assert document["tests"][0]["message"] == "x" * 1000
    assert notes == ["Messages were cut to 1000 characters: the reporter takes no more."]


def test_the_output_of_a_step_is_one_line_after_what_is_there(tmp_path):
    file = tmp_path / "output"
    file.write_text("other=1\n")
    environment = {"GITHUB_OUTPUT": str(file)}
    classroom_actions.export([graded("Jane", relay())], options(environment=environment))
    other, ours = file.read_text().splitlines()
    assert other == "other=1" and ours.startswith("result=ey")


def test_a_result_without_tests_is_refused_since_the_reporter_would_crash(out):
    with pytest.raises(CannotExport, match="There are no tests"):
        decoded(out)
