"""Runs a suite's test: many schedules in the model world, one repetition in the live world."""

from __future__ import annotations

from collections.abc import Generator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from grading import faces, index, live, pace, solution
from grading import testing as live_testing
from grading.engine import active, explore, model, reproduce
from grading.engine.guard import Uncontrolled
from grading.engine.strategies import Replay
from grading.engine.trace import Failure, Schedule
from grading.failures import Mismatch
from grading.plugin import explanation, own
from grading.plugin.collection import suite_of, world_of
from grading.screening import screen

VERDICT = pytest.StashKey[explore.Verdict]()
EXECUTED = pytest.StashKey[reproduce.Test]()
_FAILED = pytest.StashKey[dict[tuple[Path, str], str]]()
_EFFORT_LEFT = pytest.StashKey[int]()
_LISTED = pytest.StashKey[dict[str, index.Exercise]]()
_STEP = "__pytest_repeat_step_number"
_TOO_MUCH = "the solution took more memory than it may have: does it keep something without end?"
_OUTCOMES = (
    pytest.skip.Exception,
    pytest.exit.Exception,
    pytest.fail.Exception,
    pytest.xfail.Exception,
)

active.FATAL = (KeyboardInterrupt, Mismatch, *_OUTCOMES)


class Failed(Exception):
    """A test whose claim does not hold; the text is what the learner reads."""


class GraderError(Exception):
    """A fault of ours; never counts as a pass, nor as the learner's failure."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Read the list of exercises, if there is one: a fault in it is told once, not by every test."""
    there = (config.rootpath / index.INDEX).is_file() and any(map(suite_of, items))
    try:
        read = index.load if config.getoption("origin") is None else index.read
        exercises = read(config.rootpath) if there else ()
    except index.IndexFault as fault:
        raise pytest.UsageError(str(fault)) from None
    config.stash[_LISTED] = {each.id: each for each in exercises}


@pytest.fixture
def exercise(request: pytest.FixtureRequest) -> Any:
    """The module that is judged. In the model world it is executed anew for every schedule."""
    suite = suite_of(request.node)
    assert suite is not None, "the fixture `exercise` is for suites in tests/<topic>/"
    file = suite.solution()
    listed = suite.config.stash[_LISTED].get(f"{file.parent.name}/{file.stem}")
    faces.allow(listed.imports if listed else None, solution.name_of(file))
    sentence = _why_unusable(file, listed, suite.is_own)
    if sentence:
        raise solution.Unusable(sentence)
    if world_of(request.node) == "live":
        return solution.load(file, live.new_module)
    return file


@cache
def _why_unusable(file: Path, listed: index.Exercise | None, is_own: bool) -> str | None:
    """Import the file once in the model world, where nothing can hang, and look for what it must define."""
    fault = screen(file, listed.imports if listed else None)
    if fault is not None:
        return fault.sentence

    def body() -> None:
        module = _load(file, is_own)
        solution.check_definitions(file, module, listed.defines if listed else ())

    try:
        failure = model.execute(body, Replay(Schedule())).failure
    except Uncontrolled:
        return None
    if failure is None or failure.kind in ("escaped", "left running"):
        return None  # the tests will say it, each for itself
    if isinstance(failure.error, solution.Unusable):
        return str(failure.error)
    return f"{file} cannot be imported: {failure.message}."


def _load(file: Path, is_own: bool) -> ModuleType:
    """Execute the file in the model world."""
    return own.finder(file).load(file) if is_own else solution.load(file, model.new_module)


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a suite's test in its world."""
    if suite_of(pyfuncitem) is None:
        return None
    if world_of(pyfuncitem) == "model":
        _run_in_model(pyfuncitem)
    else:
        _run_live(pyfuncitem)
    return True


def _arguments(item: pytest.Function) -> dict[str, Any]:
    return {name: item.funcargs[name] for name in item._fixtureinfo.argnames}


def _run_in_model(item: pytest.Function) -> None:
    suite = suite_of(item)
    assert suite is not None
    arguments = _arguments(item)
    file = arguments.get("exercise")

    def body() -> None:
        testing = model.module("grading.testing")
        testing.forget()
        if file is not None:
            arguments["exercise"] = _load(file, suite.is_own)
        item.obj(**arguments)
        testing.finish()

    test = reproduce.Test(
        body,
        punctual=item.get_closest_marker("punctual") is not None,
        may_escape=item.get_closest_marker("escapes") is not None,
    )
    item.stash[EXECUTED] = test
    schedule = item.config.getoption("schedule")
    limit = item.get_closest_marker("budget")
    budget = limit.args[0] if limit else explore.BUDGET
    try:
        with suite.in_model():
            if schedule:
                verdict = explore.replay(test, schedule)
            elif item.config.getoption("glance") is not None:
                verdict = _glance(item, test, budget)
            else:
                verdict = explore.explore(test, budget)
    except reproduce.Unreproducible as error:
        raise GraderError(f"the grader could not reproduce a failure: {error}") from None
    except Uncontrolled as error:  # the learner's to mend: the sentence says by what
        _failed(item)[_key(item)] = "in the model world"
        raise Failed(explanation.wrapped(str(error))) from None
    except reproduce.Stale as error:
        raise Failed(explanation.wrapped(str(error))) from None
    except MemoryError:
        raise Failed(_TOO_MUCH) from None
    except Exception as error:
        raise GraderError(f"the grader has a fault: {type(error).__name__}: {error}") from error
    item.stash[VERDICT] = verdict
    if verdict.failing is not None:
        _failed(item)[_key(item)] = "in the model world"
        raise Failed(explanation.of_schedule(item, verdict))


def _glance(item: pytest.Function, test: reproduce.Test, budget: int) -> explore.Verdict:
    """A look at this test, for its share of the effort that is left."""
    stash, items = item.session.stash, item.session.items
    left = stash.get(_EFFORT_LEFT, item.config.getoption("glance"))
    verdict, spent = explore.glance(test, budget, left // (len(items) - items.index(item)))
    stash[_EFFORT_LEFT] = max(left - spent, 0)
    return verdict


def _run_live(item: pytest.Function) -> None:
    if item.config.getoption("schedule"):
        pytest.skip("a schedule is replayed in the model world only")
    seed = int(str(item.callspec.params.get(_STEP, 0)))
    where = _failed(item).get(_key(item))
    if where is not None:
        raise Failed(f"not run with real threads, since it failed {where} already")
    failure = _repetition(item, seed)
    if failure is not None:
        _failed(item)[_key(item)] = f"in repetition {seed + 1}"
        raise Failed(explanation.of_repetition(item, failure, seed + 1))


def _failed(item: pytest.Function) -> dict[tuple[Path, str], str]:
    """Where each test of this session failed, so that what is known need not be waited for again."""
    return item.session.stash.setdefault(_FAILED, {})


def _repetition(item: pytest.Function, seed: int) -> Failure | None:
    before = live.begin(seed)
    pace.failures.clear()
    error: BaseException | None = None
    try:
        item.obj(**_arguments(item))
    except KeyboardInterrupt:
        raise
    except BaseException as raised:
        error = raised
    finally:
        live_testing.finish()
        escaped, left = live.end(before)
    return explanation.live_failure(
        next(iter(pace.failures), error),
        escaped,
        left,
        may_escape=item.get_closest_marker("escapes") is not None,
    )


def _key(item: pytest.Function) -> tuple[Path, str]:
    return item.path, item.originalname


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Show the learner our text in place of a traceback through the grader."""
    report = yield
    if call.excinfo is not None and isinstance(
        call.excinfo.value, (Failed, GraderError, solution.Unusable)
    ):
        report.longrepr = str(call.excinfo.value)
        report.outcome = "failed"
    return report
