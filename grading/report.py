"""What a child has reported of its tests, line by line; nothing in it is trusted.

Each line is a JSON object with the run's nonce and an event: `start` and `test` (a test in one
world), `isolation` (what confines the child; the first such line counts, for it is written before the submission
runs), `invalid` (the submission cannot be loaded), `unseen` (what a test does that has no switch points), `observed`
(what else is known of one test, where that was asked for) or `end`. Any other line does not count.
"""

import json
import math
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, get_args

from grading import observations
from grading.results import Search, SearchKind, TestResult, TestStatus
from grading.suites import Expected

_LONGEST_END = 1_000  # bytes: a line that is longer need not be read each time that it has grown


@dataclass(slots=True)
class Report:
    """The tests that reported, the one that was running last, and whether the end was reached."""

    tests: dict[Expected, TestResult] = field(default_factory=dict)
    running: Expected | None = None
    invalid: str | None = None
    ended: bool = False
    isolation: str = ""
    unseen: dict[Expected, list[str]] = field(default_factory=dict)
    picture: dict[str, Any] | None = None
    outcomes: observations.Outcomes | None = None


def read_report(content: bytes, nonce: str, expected: Iterable[Expected]) -> Report:
    """Reads all lines. A test that reports twice has failed, whatever it said."""
    known = {(each.name, str(each.world)): each for each in expected}
    report = Report()
    for line in content.splitlines():
        event = _event(line, nonce)
        test = known.get((str(event.get("name")), str(event.get("world"))))
        match event.get("event"):
            case "start" if test:
                report.running = test
            case "test" if test:
                _add(report, test, event)
            case "isolation":
                report.isolation = report.isolation or readable(str(event.get("words")))
            case "invalid":
                report.invalid = readable(str(event.get("message")))
            case "unseen" if test and isinstance(event.get("words"), list):
                report.unseen[test] = [readable(str(word)) for word in event["words"]]
            case "observed":
                _observe(report, event)
            case "end":
                report.ended = True
    return report


def is_end(line: bytes, nonce: str) -> bool:
    """Whether this line is the report's last."""
    return (
        len(line) <= _LONGEST_END and b'"end"' in line and _event(line, nonce).get("event") == "end"
    )


def readable(text: str) -> str:
    """The text without control characters, which could rewrite the screen of whoever reads it."""
    return "".join(char if char.isprintable() or char in "\n\t" else "\ufffd" for char in text)


def _event(line: bytes, nonce: str) -> dict[str, Any]:
    try:
        event = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return event if isinstance(event, dict) and event.get("nonce") == nonce else {}


def _observe(report: Report, event: dict[str, Any]) -> None:
    """Take both parts; one that cannot be believed is as good as none."""
    with suppress(KeyError, TypeError, ValueError):
        report.picture = observations.picture(event["document"], readable)
    with suppress(KeyError, TypeError, ValueError):
        report.outcomes = observations.outcomes(event["outcomes"], readable)


def _add(report: Report, test: Expected, event: dict[str, Any]) -> None:
    try:
        result = _test_result(test, event)
    except (KeyError, TypeError, ValueError):
        return
    if test in report.tests:
        result = failed(test, "This test reported more than one result, so none of them counts.")
    report.tests[test] = result
    report.running = None


def failed(test: Expected, message: str) -> TestResult:
    """The result of a test that failed without a word of its own."""
    return TestResult(test.name, test.world, "failed", test.points, message, hidden=test.hidden)


def _test_result(test: Expected, event: dict[str, Any]) -> TestResult:
    status, message, token = event["status"], event["message"], event["token"]
    seconds = float(event["seconds"])
    if status not in get_args(TestStatus) or not isinstance(message, str | None):
        raise ValueError("no such status, or no text")
    if not isinstance(token, str | None) or not math.isfinite(seconds):
        raise ValueError("no such token, or no duration")
    search = _search(**event["search"]) if event["search"] is not None else None
    text = readable(message or "")
    said = (text, search, token, seconds)
    return TestResult(test.name, test.world, status, test.points, *said, hidden=test.hidden)


def _search(kind: SearchKind, schedules: int, preemptions: int) -> Search:
    if kind not in get_args(SearchKind) or {type(schedules), type(preemptions)} != {int}:
        raise ValueError("no such search")
    return Search(kind, schedules, preemptions)
