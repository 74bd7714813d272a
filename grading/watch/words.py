"""What a watch says of a verdict: one line for now, and the text below it."""

from __future__ import annotations

import textwrap

from grading.results import TestResult
from grading.verdict import STATES, count, describe_failure, describe_test
from grading.watch.judging import Verdict

_WIDTH = 76
PROVING = "no interleaving has failed yet: trying the others, then real threads ..."


def headline(verdict: Verdict) -> str:
    """How it stands, in a line; a glance that saw no failure claims no pass."""
    result = verdict.result
    failure = result.first_failure
    if not verdict.final:
        return f"not yet: {failure.name} fails" if failure else PROVING
    state = STATES[result.status]
    if result.status in ("missing", "invalid", "grader_error"):
        return state
    return f"{state}: {result.score} of {result.max_score} points"


def text(verdict: Verdict) -> str:
    """What there is to read: first what fails, then how each test went."""
    result = verdict.result
    failure = describe_failure(result) or result.message
    if result.status in ("missing", "invalid") or (failure and not verdict.final):
        return failure
    lines = map(describe_test if verdict.final else _so_far, result.tests)
    filled = (textwrap.fill(line, _WIDTH, subsequent_indent=" " * 10) for line in lines)
    return "\n\n".join(part for part in (failure, "\n".join(filled)) if part)


def _so_far(test: TestResult) -> str:
    number = test.search.schedules if test.search else 0
    return f"  ...     {test.name}: {count(number, 'schedule')} so far"
