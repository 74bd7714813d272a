"""What can come out of a test, for whoever wants to predict it first: as plain JSON.

An execution comes out with what an expectation was given: the same one for all, as far as they reach it. If a deadlock
or an error was the end of it, it comes out with that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from grading.engine import model, outcomes
from grading.engine.explore import Verdict
from grading.engine.outcomes import Found
from grading.engine.reproduce import Test
from grading.engine.strategies import Replay
from grading.engine.trace import Execution, Schedule
from grading.failures import mismatch_of

MOST = 40  # outcomes that are told
_LONGEST = 12  # accesses of an interleaving
_ENDS = {
    "deadlock": "deadlock",
    "waiting": "deadlock",
    "spinning": "no end",
    "left running": "left running",
}


class Came(NamedTuple):
    """What came out of an execution: all that was `told` (called, got), and how it ended, if not by an expectation."""

    told: tuple[tuple[str, str], ...]
    kind: str
    error: str
    right: bool


class Outcome(NamedTuple):
    """See `grading.observations.Outcome`."""

    kind: str
    called: str
    value: str


def predict(test: Test, verdict: Verdict) -> dict[str, Any]:
    """All outcomes of `test`, the most frequent first: how many schedules each has, one of these, how it goes there.

    `asked` is what the question is about: that which was called and came out in the most ways.
    """
    told = model.module("grading.testing").listen()

    def came(execution: Execution, raised: BaseException | None) -> Came:
        return _came(told, execution, raised)

    gathered = outcomes.gather(test, came, verdict.sites)
    asked = _asked(gathered.found)
    found: dict[Outcome, Found] = {}
    right: set[Outcome] = set()
    for each, how_often in gathered.found.items():
        outcome = _outcome(each, asked)
        found[outcome] = found[outcome] + how_often if outcome in found else how_often
        right |= {outcome} if each.right else set()
    most = sorted(found, key=lambda outcome: (-found[outcome].count, outcome))
    return {
        "asked": asked,
        "found": [
            {
                **each._asdict(),
                "right": each in right,
                "count": found[each].count,
                "token": found[each].schedule.token,
                "how": _how(test, found[each].schedule),
            }
            for each in most[:MOST]
        ],
        "left_out": len(most[MOST:]),
        "executed": gathered.executed,
        "complete": gathered.complete,
    }


def _came(
    told: Sequence[tuple[str, str]], execution: Execution, raised: BaseException | None
) -> Came:
    failure = execution.failure
    error = raised or (failure.error if failure else None)
    mismatch = mismatch_of(error)
    if mismatch is not None:
        last = (mismatch.called, mismatch.got)
        return Came((*told, *([last] if last not in told else ())), "", "", False)
    if error is not None:
        return Came(tuple(told), "error", type(error).__name__, False)
    return Came(tuple(told), _ENDS[failure.kind] if failure else "", "", failure is None)


def _asked(found: Iterable[Came]) -> str:
    values: defaultdict[str, set[str]] = defaultdict(set)
    for came in found:
        for called, got in came.told:
            values[called].add(got)
    return max(reversed(values), key=lambda called: len(values[called]), default="")


def _outcome(came: Came, asked: str) -> Outcome:
    if came.kind:
        return Outcome(came.kind, "", came.error)
    value = dict(came.told).get(asked)
    if value is not None:
        return Outcome("value", asked, value)
    return Outcome("earlier", *came.told[-1]) if came.told else Outcome("nothing", "", "")


def _how(test: Test, schedule: Schedule) -> list[str]:
    """The accesses to what a thread changes and another one touches, as a line each, as far as there is room."""
    steps = test.execute(Replay(schedule), record=True, follow=False).recorded
    touched: defaultdict[int, set[int]] = defaultdict(set)
    for step in steps:
        if step.access is not None:
            touched[step.access.place].add(step.thread)
    written = {step.access.place for step in steps if step.access and step.access.write}
    told = [
        f"{step.who} {step.note}"
        for step in steps
        if step.access and step.note and step.access.place in written
        if len(touched[step.access.place]) > 1
    ]
    more = len(told) - _LONGEST
    return told if more <= 0 else [*told[:_LONGEST], f"{more} more"]
