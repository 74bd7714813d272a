"""After the verdicts: executes one test under many more schedules, for whoever wants to see what can happen.

It is the first that failed or, where all passed, one of several schedules that is worth most. The option `--observe`
alone registers this module; then only the tests of the model world are run.
"""

from __future__ import annotations

from typing import Any

import pytest

from grading.engine import diagnosis, tree
from grading.engine.guard import Uncontrolled
from grading.engine.reproduce import Unreproducible
from grading.engine.trace import Failure, Schedule
from grading.plugin import explanation
from grading.plugin.collection import suite_of, world_of
from grading.plugin.execution import EXECUTED, VERDICT
from grading.plugin.picture import draw
from grading.plugin.prediction import predict

OBSERVED = pytest.StashKey[dict[str, Any]]()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the tests of the model world, or the one that is named."""
    name = config.getoption("observe")
    items[:] = [
        item
        for item in items
        if suite_of(item) and world_of(item) == "model" and name in ("", _name(item))
    ]


@pytest.hookimpl(tryfirst=True)  # before the report is ended
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Observe the test that is to be shown, if one was executed."""
    judged = [item for item in session.items if VERDICT in item.stash]
    if not judged:
        return
    failed = [item for item in judged if item.stash[VERDICT].failing]
    item = failed[0] if failed else max(judged, key=_interest)
    try:
        session.config.stash[OBSERVED] = _observed(item)
    except (Unreproducible, Uncontrolled, MemoryError):
        return  # there is no tree then; the verdicts stand


def _observed(item: pytest.Item) -> dict[str, Any]:
    suite = suite_of(item)
    assert suite is not None
    test, verdict = item.stash[EXECUTED], item.stash[VERDICT]
    failing = verdict.failing
    shown = failing.schedule if failing else Schedule()
    with suite.in_model():
        grown = tree.grow(test, shown, verdict.sites)
        predicted = predict(test, verdict)

    def words(failure: Failure) -> str:
        return explanation.claim(failure, explanation.asking(item))

    apart = explanation.told_apart(item)
    why = diagnosis.of_execution(failing, apart) if failing else diagnosis.Diagnosis()
    advice = explanation.advised(failing.failure, why.text) if failing and failing.failure else ""
    said = " ".join(text for text in (advice, why.text) if text)
    conflict = {step.number for step in why.conflict}
    document = draw(grown, words, conflict, suite.solution(), said)
    return {"document": {**document, "test": _name(item)}, "outcomes": predicted}


def _name(item: pytest.Item) -> str:
    assert isinstance(item, pytest.Function)
    return item.originalname


def _interest(item: pytest.Item) -> tuple[bool, int]:
    """Whether there is more than one schedule to look at, and what the test is worth."""
    marker = item.get_closest_marker("points")
    return item.stash[VERDICT].search.schedules > 1, int(marker.args[0]) if marker else 0
