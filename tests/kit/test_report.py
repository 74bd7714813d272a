import json

import pytest

from grading.report import Report, is_end, read_report
from grading.results import Search
from grading.suites import Expected
from tests.kit.test_observations import DOCUMENT, OUTCOMES

MODEL = Expected("test_a", "model", 2)
LIVE = Expected("test_a", "live", 2)
OTHER = Expected("test_b", "model", 3)
PASSED = {
    "event": "test",
    "name": "test_a",
    "world": "model",
    "status": "passed",
    "message": "",
    "search": {"kind": "proved", "schedules": 20, "preemptions": 3},
    "token": None,
    "seconds": 0.5,
}


def line(**changes: object) -> bytes:
    return json.dumps({"nonce": "right", **PASSED, **changes}).encode() + b"\n"


def read(*lines: bytes) -> Report:
    return read_report(b"".join(lines), "right", [MODEL, LIVE, OTHER])


def test_a_reported_test_keeps_its_search_and_gets_its_points_from_the_suite():
    result = read(line()).tests[MODEL]
    assert (result.status, result.score, result.max_score) == ("passed", 2, 2)
    assert result.search == Search("proved", 20, 3)


def test_the_two_worlds_of_a_test_are_two_results():
    report = read(line(), line(world="live", status="failed", search=None, message="no"))
    assert [report.tests[each].status for each in (MODEL, LIVE)] == ["passed", "failed"]


@pytest.mark.parametrize(
    "wrong",
    [
        line(nonce="wrong"),
        line(nonce=None),
        line(name="test_unknown"),
        line(world="moon"),
        line(world=["model"]),
        line(status="PASSED"),
        line(status=None),
        line(status=["passed"]),
        line(message=7),
        line(token=7),
        line(seconds="soon"),
        line(seconds=float("nan")),
        line(search={"kind": "certain", "schedules": 1, "preemptions": 0}),
        line(search={"kind": "proved", "schedules": True, "preemptions": 0}),
        line(search={"kind": "proved"}),
        line(search=[1, 2]),
        line()[:-10],
        b"[" * 100_000 + b"\n",
        b'"right"\n',
        b"\xff\xfe\n",
        b'{"nonce": "right", "event": "test", "name": "test_a", "world": "model"}\n',
    ],
)
def test_a_line_that_is_wrong_in_any_way_passes_nothing(wrong):
    assert read(wrong).tests == {}


def test_a_wrong_line_does_not_hide_the_right_ones():
    assert set(read(b"\xff{\n", line(), b"null\n").tests) == {MODEL}


@pytest.mark.parametrize("second", ["passed", "failed"])
def test_a_test_that_reports_twice_has_failed(second):
    result = read(line(), line(status=second)).tests[MODEL]
    assert (result.status, result.score) == ("failed", 0)


def test_the_test_that_started_last_and_said_nothing_is_known():
    start = line(event="start", name="test_b")
    assert read(line(event="start"), line(), start).running == OTHER


def test_no_test_is_running_once_it_has_reported():
    assert read(line(event="start"), line()).running is None


def test_the_end_counts_only_with_the_nonce():
    end = line(event="end")
    assert is_end(end, "right")
    assert not is_end(end, "wrong")
    assert not is_end(line(), "right")


def test_control_characters_do_not_reach_whoever_reads_the_message():
    result = read(line(status="failed", message="a\x1b[2Jb\n\tc")).tests[MODEL]
    assert result.message == "a\ufffd[2Jb\n\tc"


def test_what_was_not_seen_is_kept_with_its_test_and_readable():
    seen = line(event="unseen", words=["exec\x1b"])
    assert read(seen, line(event="unseen", name="test_z", words=["x"])).unseen == {
        MODEL: ["exec\ufffd"]
    }
    assert read(line(event="unseen", words="exec")).unseen == {}


def test_what_was_observed_counts_only_with_the_nonce_and_if_it_can_be_walked_through():
    observed = {"event": "observed", "document": DOCUMENT, "outcomes": OUTCOMES}
    report = read(line(**observed))
    assert (report.picture["token"], report.outcomes.asked) == ("13.1", "n")
    assert read(line(**observed, nonce="wrong")).picture is None
    wrong = read(line(**{**observed, "document": {**DOCUMENT, "path": ["0"]}}))
    assert wrong.picture is None
    assert wrong.outcomes is not None


def test_a_line_as_long_as_no_end_is_none():
    """It need not be parsed again and again while it grows."""
    assert not is_end(line(event="end", padding="x" * 2_000), "right")
