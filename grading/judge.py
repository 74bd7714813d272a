"""Judges one exercise of a submission: screens the file, runs its suite in a child, counts points.

The child only says what it saw. Which tests there are and what they are worth is read here from the
suite, so that a test which does not report has failed, and nothing a submission prints can pass it.
"""

import os
import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from grading import child
from grading.index import ROOT, Exercise
from grading.report import Report, failed, is_end, read_report, readable
from grading.results import ExerciseResult, exercise_result
from grading.screening import screen
from grading.suites import Expected, expected_tests

DEADLINE = 60.0
_QUIET = ["-q", "-s", "--no-header", "--no-summary", "--tb=no"]
_PLUGINS = ["-p", "pytest_timeout", "-p", "pytest_repeat", "-p", "no:cacheprovider"]
_PYTEST_COULD_NOT_RUN = (2, 3, 4, 5)

Command = Callable[[str, Path, str, str], list[str]]


def judge(
    exercise: Exercise,
    folder: Path,
    *,
    only: Expected | None = None,
    stop_at_failure: bool = False,
    deadline: float = DEADLINE,
    root: Path = ROOT,
    command: Command | None = None,
) -> ExerciseResult:
    """The result of `folder`'s solution of this exercise, judged for at most `deadline` seconds.

    `only` picks one test out of the suite; `stop_at_failure` leaves out (so: fails) what comes after the first failure,
    where all that is asked is whether there is one. `command` makes the child's arguments from what to run,
    folder, place to report to and nonce; it is pytest unless a test of the kit asks for another.
    Raises SuiteFault.
    """
    expected = [only] if only else expected_tests(root / exercise.suite)
    selected = _node(exercise.suite, only) if only else exercise.suite.as_posix()
    if fault := screen(exercise.stub(folder), exercise.imports):
        tests = tuple(failed(each, fault.sentence) for each in expected)
        return ExerciseResult(exercise.id, fault.status, fault.sentence, tests)
    nonce = os.urandom(16).hex()
    make = command or partial(pytest_command, stop_at_failure=stop_at_failure)
    ended = child.Child(
        command=lambda target: make(selected, _from(root, folder), target, nonce),
        folder=root,
        environment=_environment(),
        is_last=partial(is_end, nonce=nonce),
        is_pytest=command is None,
    ).run(deadline)
    report = read_report(ended.report, nonce, expected)
    return _result(exercise, expected, report, _Cause(ended, deadline))


def pytest_command(
    selected: str, folder: Path, target: str, nonce: str, *, stop_at_failure: bool = False
) -> list[str]:
    """The arguments of the child that runs a suite, or one test of it, with the plugin."""
    report = ["--report-fd", target, "--report-nonce", nonce, *(["-x"] if stop_at_failure else [])]
    return [*child.PYTEST, selected, "--submission", str(folder), *report, *_QUIET, *_PLUGINS]


def _node(suite: Path, test: Expected) -> str:
    """The test as pytest names it; in the live world every repetition has a name of its own."""
    return f"{suite.as_posix()}::{test.name}" + "[model]" * (test.world == "model")


def _from(root: Path, folder: Path) -> Path:
    """The folder as seen from the root, where the child works: short, if it is inside."""
    absolute = folder.resolve()
    return absolute.relative_to(root) if absolute.is_relative_to(root) else absolute


def _environment() -> dict[str, str]:
    """Only the plugins that are needed, and the same hashes, so the same set order, every time."""
    ours = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONHASHSEED": "0"}
    return {**{k: v for k, v in os.environ.items() if k != "PYTEST_ADDOPTS"}, **ours}


@dataclass(frozen=True, slots=True)
class _Cause:
    """Why a test has not reported: in words, from the way in which its process ended."""

    ended: child.Ended
    deadline: float

    @property
    def happened(self) -> str:
        code = self.ended.code
        match self.ended.how:
            case "deadline":
                return f"the process was killed after {self.deadline:g} s"
            case "flooded":
                return f"the process was killed after printing {child.OUTPUT_LIMIT / 1e6:g} MB"
            case "exited" if code < 0:
                return f"the process was ended by signal {-code} ({signal.strsignal(-code)})"
        return f"the process ended (exit code {code})"

    @property
    def question(self) -> str:
        match self.ended.how:
            case "deadline":
                return "does the code wait for something that never comes, or loop without end?"
            case "flooded":
                return "does the code print in a loop without end?"
            case "exited" if self.ended.code < 0:
                return f"did the interpreter crash?\n{readable(self.ended.output)}"
        return "does the code call os._exit() or sys.exit()?"

    def of_silence(self, test: Expected, report: Report) -> str:
        if report.ended:
            return "This test gave no result: does the code call pytest.skip() or pytest.exit()?"
        if test == report.running:
            return f"T{self.happened[1:]} during this test: {self.question}"
        if running := report.running:
            during = f"during {running.name} ({running.world})"
            return f"This test was not run: {self.happened} {during}."
        return f"This test was not run: {self.happened} between two tests: {self.question}"

    def is_ours(self, report: Report) -> bool:
        """Whether pytest itself could not run the suite."""
        could_not = self.ended.how == "exited" and self.ended.code in _PYTEST_COULD_NOT_RUN
        nothing = not report.tests and not report.running and report.invalid is None
        return nothing and (could_not or report.ended)


def _result(
    exercise: Exercise, expected: Sequence[Expected], report: Report, cause: _Cause
) -> ExerciseResult:
    if report.invalid is not None:
        tests = tuple(failed(each, report.invalid) for each in expected)
        return ExerciseResult(exercise.id, "invalid", report.invalid, tests)
    if cause.is_ours(report):
        message = f"The suite could not be run: a fault of the kit.\n{readable(cause.ended.output)}"
        tests = tuple(replace(failed(each, message), status="grader_error") for each in expected)
        return exercise_result(exercise.id, tests)
    return exercise_result(
        exercise.id,
        tuple(
            report.tests.get(each) or failed(each, cause.of_silence(each, report))
            for each in expected
        ),
    )
