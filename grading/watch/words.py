"""What a watch says of a verdict: one line for now, and the text below it."""

from __future__ import annotations

import textwrap

from grading.results import ExerciseResult
from grading.verdict import STATES, describe_failure, describe_test
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
    parts = [describe_failure(result) or result.message, _tests(result) if verdict.final else ""]
    return "\n\n".join(part for part in parts if part)


def _tests(result: ExerciseResult) -> str:
    if result.status in ("missing", "invalid"):
        return ""
    lines = map(describe_test, result.tests)
    return "\n".join(textwrap.fill(line, _WIDTH, subsequent_indent=" " * 10) for line in lines)
