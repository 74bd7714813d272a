"""Tells the judge, one JSON line at a time, how each test of a suite went in each world (see `grading.verdict`)."""

from __future__ import annotations

import dataclasses
from collections.abc import Generator
from typing import Any, Protocol

import pytest

from grading.plugin.collection import suite_of, world_of
from grading.plugin.execution import VERDICT, GraderError
from grading.plugin.observing import OBSERVED
from grading.solution import Unusable


class Write(Protocol):
    """Writes a line for the judge."""

    def __call__(self, event: str, **content: Any) -> None:
        """See `grading.report` for the events."""


class Reporter:
    """Gathers the repetitions of a test into one line; a judged process registers it as a plugin."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self._left: dict[tuple[str, str], int] = {}
        self._lines: dict[tuple[str, str], dict[str, Any]] = {}

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Count the repetitions of each test."""
        for item in session.items:
            if suite_of(item):
                key = _key(item)
                self._left[key] = self._left.get(key, 0) + 1

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Say which test is running, in case it never comes back."""
        if suite_of(item) and _key(item) not in self._lines:
            name, world = _key(item)
            self._write("start", name=name, world=world)

    @pytest.hookimpl(wrapper=True, tryfirst=True)  # so that the report has our text already
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Note a phase of a test; its line is written after its last repetition."""
        report = yield
        if suite_of(item):
            self._note(item, call, report)
        return report

    def _note(
        self, item: pytest.Item, call: pytest.CallInfo[None], report: pytest.TestReport
    ) -> None:
        key = _key(item)
        line = self._lines.setdefault(
            key,
            {"status": "passed", "message": "", "search": None, "token": None, "seconds": 0.0},
        )
        line["seconds"] += call.duration
        if call.excinfo is not None and line["status"] == "passed":
            error = call.excinfo.value
            line["status"] = "grader_error" if isinstance(error, GraderError) else "failed"
            line["message"] = report.longreprtext
            if isinstance(error, Unusable):
                self._write("invalid", message=str(error))
        verdict = item.stash.get(VERDICT, None)
        if verdict is not None:
            line["search"] = dataclasses.asdict(verdict.search)
            line["token"] = verdict.failing.schedule.token if verdict.failing else None
        if call.when == "teardown":
            self._left[key] -= 1
            if verdict is not None and verdict.unseen:
                self._write("unseen", name=key[0], world=key[1], words=sorted(verdict.unseen))
            if self._left[key] == 0:
                self._write("test", name=key[0], world=key[1], **line)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Everything has reported."""
        observed = session.config.stash.get(OBSERVED, None)
        if observed is not None:
            self._write("observed", **observed)
        self._write("end")


def _key(item: pytest.Item) -> tuple[str, str]:
    assert isinstance(item, pytest.Function)
    return item.originalname, world_of(item)
