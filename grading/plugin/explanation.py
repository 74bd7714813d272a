"""Words a failure for the learner: called, got, expected, because of this interleaving, what to do next."""

from __future__ import annotations

import re
import textwrap

import pytest

from grading.engine import diagnosis, explore, timeline
from grading.engine.reasons import describe_error, escape
from grading.engine.trace import Failure
from grading.failures import Mismatch

_PLACE = re.compile(r"\(lines? [^()]*\)")


def of_schedule(item: pytest.Function, verdict: explore.Verdict) -> str:
    """The failure in the model world: claim, diagnosis, timeline, how to replay it."""
    execution = verdict.failing
    assert execution is not None and execution.failure is not None
    parts = [_claim(execution.failure)]
    why = diagnosis.of_execution(execution, str(item.path))
    if why.text:
        parts.append(_wrapped(why.text))
    token = execution.schedule.token
    ending = (
        execution.ending if execution.failure.kind == "error" else ()
    )  # other kinds say it themselves
    lanes = timeline.render(execution.recorded, ending, why.place)
    if lanes:
        parts.append(f"because of this interleaving:\n\n{lanes}")
    parts.append(f"replay:  {_command(item)} --schedule {token}")
    return "\n\n".join(parts)


def _command(item: pytest.Function) -> str:
    origin = item.config.getoption("origin")
    if origin is None:
        folder = item.config.getoption("submission")
        own = item.config.rootpath / "exercises"
        origin = folder if folder and folder.resolve() != own else ""
    of = f" --submission {origin}" if origin else ""
    return f"python -m pytest {item.nodeid.partition('[')[0]}{of}"


def of_repetition(failure: Failure, number: int) -> str:
    """The failure in the live world: claim, and which repetition it was."""
    return f"{_claim(failure)}\n\nwith real threads, in repetition {number}"


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


def _claim(failure: Failure) -> str:
    error = failure.error
    if isinstance(error, Mismatch):
        return "\n".join(
            _wrapped(f"{name:10}{text}", 10)
            for name, text in (
                ("called", error.called),
                ("got", error.got),
                ("expected", error.expected),
            )
        )
    if isinstance(error, (pytest.skip.Exception, pytest.exit.Exception, pytest.xfail.Exception)):
        return "the solution tried to skip or end its test: take that call out"
    if isinstance(error, SystemExit):
        return "the solution ended the program with sys.exit(): return from the function instead"
    return "\n".join(_wrapped(line, 6) for line in failure.message.splitlines())


def _wrapped(text: str, indent: int = 0) -> str:
    """The text in lines that fit a terminal, all but the first indented; `(line 5 of x.py)` stays in one piece."""
    whole = _PLACE.sub(lambda found: found[0].replace(" ", "\0"), text)
    filled = textwrap.fill(
        whole, timeline.WIDTH, subsequent_indent=" " * indent, break_on_hyphens=False
    )
    return filled.replace("\0", " ")
