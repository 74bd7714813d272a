"""The pytest plugin: suites run in two worlds, and their results go to whoever asked for them.

`collection` makes a test of each world out of every test function, `execution` runs it, `explanation` words its
failure, `reporting` tells the parent process, `leaving` ends pytest. `observing` looks on after a verdict, if asked to.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from grading.engine.trace import Schedule
from grading.plugin import collection, execution, leaving, observing


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options of a suite."""
    group = parser.getgroup("threadlings", "Threadlings: judging exercises")
    group.addoption(
        "--submission",
        metavar="DIR",
        type=Path,
        help="judge the files of this folder (with the tree of exercises/) instead of exercises/ itself",
    )
    group.addoption(
        "--schedule",
        metavar="TOKEN",
        type=_schedule,
        help="replay one schedule in the model world, as the failure that it belongs to prints it",
    )
    group.addoption(
        "--glance",
        metavar="EFFORT",
        type=int,
        help="in the model world alone, and no search goes on when all of them together have spent this effort: "
        "for a first look, which proves nothing",
    )
    group.addoption(
        "--origin",
        metavar="DIR",
        help="for the judge, whose project has only what it judges: the folder that --submission is a copy of, "
        "as a replay must name it; empty for exercises/ itself",
    )

    group.addoption(
        "--own",
        action="store_true",
        help="for the judge: what is judged is a test file of the learner's own, and --origin its place",
    )
    group.addoption(
        "--observe",
        metavar="TEST",
        help="for the judge: report a tree of the executions of a test in the model world too; with no name, of the "
        "first that fails or, where all pass, of one of several schedules that is worth most",
    )


def _schedule(token: str) -> Schedule:
    try:
        return Schedule.parse(token)
    except ValueError as error:
        raise pytest.UsageError(f"--schedule: {error}") from None


def pytest_configure(config: pytest.Config) -> None:
    """Declare the markers, and load the parts."""
    for marker in (
        "points(n): what the test is worth, in each world that it runs in",
        'world(name): run it only in this world, "model" or "live"',
        "punctual: in the model world time passes only when nobody can run",
        "budget(n): execute at most n schedules; for a test whose size matters more than its interleavings",
        "repetitions(n): repeat it n times in the live world; for a test of which one repetition costs much",
        "hidden: it is not in what the class gets; the instructor's copy runs it",
        "escapes: an exception may escape from a thread",
    ):
        config.addinivalue_line("markers", marker)
    for part in (collection, execution, leaving):
        config.pluginmanager.register(part)
    if config.getoption("observe") is not None:
        config.pluginmanager.register(observing)
