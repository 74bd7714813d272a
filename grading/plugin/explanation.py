"""Words a failure for the learner: called, got, expected, because of this interleaving, what to do next."""

from __future__ import annotations

import re
import textwrap

import pytest

from grading import NOX
from grading.engine import diagnosis, explore, timeline
from grading.engine.reasons import describe_error, escape
from grading.engine.trace import Failure
from grading.failures import Mismatch, mismatch_of
from grading.plugin import advice
from grading.plugin.asking import asked, asked_in
from grading.plugin.collection import suite_of

_PLACE = re.compile(r"\(lines? [^()]*\)")


def of_schedule(item: pytest.Function, verdict: explore.Verdict) -> str:
    """The failure in the model world: claim, diagnosis, timeline, how to replay it."""
    execution = verdict.failing
    assert execution is not None and execution.failure is not None
    suite = told_apart(item)
    parts = [claim(execution.failure, asking(item))]
    why = diagnosis.of_execution(execution, suite)
    advice_on_it = advised(execution.failure, why.text)
    parts += [wrapped(text) for text in (advice_on_it, why.text) if text]
    token = execution.schedule.token
    ending = (
        execution.ending if execution.failure.kind == "error" else ()
    )  # other kinds say it themselves
    lanes = timeline.render(execution.recorded, ending, why.place, suite, why.conflict)
    if lanes:
        heading = "because of this interleaving" if execution.schedule.switches else "what happened"
        legend = " (! marks the two accesses in conflict)" if timeline.is_marked(lanes) else ""
        parts.append(f"{heading}{legend}:\n\n{lanes}")
    parts.append(f"replay:  {_command(item)} --schedule {token}")
    return "\n\n".join(parts)


def asking(item: pytest.Item) -> str:
    """The file whose calls are told: that of the test."""
    suite = suite_of(item)
    return str(suite.solution() if suite and suite.is_own else item.path)


def told_apart(item: pytest.Item) -> str:
    """The file whose lines are said to be the test's; "" where the test is in the learner's own file."""
    suite = suite_of(item)
    return "" if suite and suite.is_own else str(item.path)


def _command(item: pytest.Function) -> str:
    """What replays the failure; one's own exercises are judged by commands, where there may be no pytest at hand."""
    origin = item.config.getoption("origin")
    if item.config.getoption("own"):
        return f"{NOX} -s explore -- {origin}::{item.originalname}"
    if origin == "":
        exercise = f"{item.path.parent.name}/{item.path.stem.removeprefix('test_')}"
        return f"{NOX} -s check -- {exercise}::{item.originalname}"
    if origin is None:
        folder = item.config.getoption("submission")
        own = item.config.rootpath / "exercises"
        origin = folder if folder and folder.resolve() != own else ""
    of = f" --submission {origin}" if origin else ""
    return f"python -m pytest {item.nodeid.partition('[')[0]}{of}"


def of_repetition(item: pytest.Function, failure: Failure, number: int) -> str:
    """The failure in the live world: claim, and which repetition it was."""
    parts = [claim(failure, str(item.path)), wrapped(advised(failure, ""))]
    parts.append(f"with real threads, in repetition {number}")
    return "\n\n".join(part for part in parts if part)


def live_failure(
    error: BaseException | None,
    escaped: list[tuple[str, BaseException]],
    left: list[str],
    *,
    may_escape: bool,
) -> Failure | None:
    """How one repetition failed, in the same order of reasons as in the model world."""
    if isinstance(error, pytest.fail.Exception) and "pytest-timeout" in str(error):
        return Failure("waiting", "it did not end in time: somebody waits for ever", error)
    if error is not None:
        return Failure("error", describe_error(error), error)
    if escaped and not may_escape:
        return escape(*escaped[0])
    if left:
        return Failure("left running", f"a thread was left running: {' and '.join(left)}")
    return None


def claim(failure: Failure, suite: str) -> str:
    """What was called, what came, what should have come; or how else it failed."""
    error = failure.error
    told = mismatch_of(error) if failure.kind == "error" else error
    if isinstance(told, Mismatch):
        return _compared(told.called, told.got, told.expected)
    if isinstance(error, (pytest.skip.Exception, pytest.exit.Exception, pytest.xfail.Exception)):
        return "the solution tried to skip or end its test: take that call out"
    if isinstance(error, SystemExit):
        return "the solution ended the program with sys.exit(): return from the function instead"
    if failure.kind == "error" and error is not None and (called := asked(error, suite)):
        return _compared(called, f"raises {failure.message}", "no exception")
    lines = [wrapped(line, 6) for line in failure.message.splitlines()]
    if called := asked_in(failure.calls, suite):
        lines.insert(0, _row("called", called))
    return "\n".join(lines)


def advised(failure: Failure, why: str) -> str:
    """Advice on the exception or the endless wait, "" if there is none; a guess only where there is no `why`."""
    if why and _is_guess(failure):
        return ""
    if failure.kind == "waiting":
        return advice.on_waiting(failure.message)
    return advice.on(failure.error) if failure.error is not None else ""


def _is_guess(failure: Failure) -> bool:
    """Whether the advice goes by what came, or did not come, alone: Python has not said what is wrong."""
    return failure.kind == "waiting" or isinstance(failure.error, Mismatch)


def _compared(called: str, got: str, expected: str) -> str:
    rows = (("called", called), ("got", got), ("expected", expected))
    return "\n".join(_row(name, text) for name, text in rows)


def _row(name: str, text: str) -> str:
    return wrapped(f"{name:10}{text}", 10)


def wrapped(text: str, indent: int = 0) -> str:
    """The text in lines that fit a terminal, all but the first indented; `(line 5 of x.py)` stays in one piece."""
    whole = _PLACE.sub(lambda found: found[0].replace(" ", "\0"), text)
    filled = textwrap.fill(
        whole, timeline.WIDTH, subsequent_indent=" " * indent, break_on_hyphens=False
    )
    return filled.replace("\0", " ")
