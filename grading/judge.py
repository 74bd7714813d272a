"""Judges one exercise of a submission: screens the file, runs its suite in a child, counts points.

The child only says what it saw. Which tests there are and what they are worth is read here from the
suite, so that a test which does not report has failed, and nothing a submission prints can pass it.
"""

import os
import signal
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from grading import child, judged
from grading.index import INDEX, ROOT, Exercise
from grading.judged import Task
from grading.report import Report, failed, is_end, read_report, readable
from grading.results import ExerciseResult, exercise_result
from grading.screening import Fault, screen
from grading.suites import Expected, expected_tests

DEADLINE = 60.0
_QUIET = ["-q", "-s", "--no-header", "--no-summary", "--tb=no", "--import-mode=importlib"]
_ALONE = [
    "--rootdir=.",
    "--confcutdir=.",
    "-c",
    os.devnull,
    "--noconftest",
    "-p",
    "no:cacheprovider",
    "--timeout=60",
]
_PYTEST_COULD_NOT_RUN = (2, 3, 4, 5)


class Command(Protocol):
    """Makes the arguments of a child."""

    def __call__(self, target: str, *, nonce: str) -> list[str]:
        """A child that reports to `target`, a descriptor or a file, with the nonce in each line."""


def judge(
    exercise: Exercise,
    folder: Path,
    *,
    only: Expected | None = None,
    stop_at_failure: bool = False,
    deadline: float = DEADLINE,
    origin: str | None = None,
    root: Path = ROOT,
    command: Command | None = None,
) -> ExerciseResult:
    """The result of `folder`'s solution of this exercise, judged for at most `deadline` seconds.

    `only` picks one test out of the suite; `stop_at_failure` leaves out (so: fails) what comes after the first failure,
    where all that is asked is whether there is one. `origin` is what a line for replay names as the folder, if its
    reader finds the file somewhere else; empty: among the reader's own exercises. `command` makes the child's arguments
    from the place to report to and the nonce; the child runs the suite unless a test of the kit asks for another.
    Raises SuiteFault.
    """
    expected = [only] if only else expected_tests(root / exercise.suite)
    options = ["-x"] if stop_at_failure else []
    place: dict[str, Any] = {"deadline": deadline, "origin": origin, "root": root}
    return run_suite(exercise, folder, expected, options, only=only, command=command, **place)[0]


def run_suite(
    exercise: Exercise,
    folder: Path,
    expected: Sequence[Expected],
    options: Sequence[str] = (),
    *,
    only: Expected | None = None,
    deadline: float = DEADLINE,
    origin: str | None = None,
    root: Path = ROOT,
    command: Command | None = None,
    beside: Mapping[str, str] | None = None,
) -> tuple[ExerciseResult, Report]:
    """As `judge`, where `options` of pytest make the `expected` tests run: the result, and all that was reported.

    `beside` are more files for the child to read: where it finds them, from its own folder, and where they are.
    """
    name = exercise.stub(folder if origin is None else Path(origin)).as_posix()
    if fault := screen(exercise.stub(folder), exercise.imports, folder, name):
        return unusable(exercise, expected, fault), Report()
    nonce = os.urandom(16).hex()
    with tempfile.TemporaryDirectory(prefix="judged-", ignore_cleanup_errors=True) as box:
        run = child.Child(Path(box), judged.environment(box), partial(is_end, nonce=nonce))
        if command:
            run = replace(run, command=partial(command, nonce=nonce))
        else:
            where = _origin(root, folder) if origin is None else origin
            asked: dict[str, Any] = {"root": root, "box": box, "nonce": nonce, "seconds": deadline}
            task = _task(exercise, folder, only, ["--origin", where, *options], **asked)
            run = replace(run, task=replace(task, files={**(beside or {}), **task.files}))
        ended = run.run(deadline)
    report = read_report(ended.report, nonce, expected)
    return result_of(exercise, expected, report, ended, deadline), report


def unusable(exercise: Exercise, expected: Sequence[Expected], fault: Fault) -> ExerciseResult:
    """The result of a solution that need not be run to know its fault."""
    tests = tuple(failed(each, fault.sentence) for each in expected)
    return ExerciseResult(exercise.id, fault.status, fault.sentence, tests)


def late_task(exercise: Exercise, options: Sequence[str], root: Path, **rest: Any) -> Task:
    """As for `judge`, of the learner's own solution, which comes when the child has collected the suite already."""
    own = root / "exercises"
    task = _task(exercise, own, None, ["--origin", "", *options], root=root, **rest)
    late = exercise.stub(_shown(root, own)).as_posix()
    files = {place: file for place, file in task.files.items() if place != late}
    return replace(task, files=files, late=late)


def _task(
    exercise: Exercise,
    folder: Path,
    only: Expected | None,
    options: Sequence[str],
    *,
    root: Path,
    **rest: Any,
) -> Task:
    """The suite's run in a box with its own tree: there are the suite, the list of exercises and the learner's file."""
    shown = _shown(root, folder)
    selected = _node(exercise.suite, only) if only else exercise.suite.as_posix()
    place = ["--submission", shown.as_posix()]
    arguments = [selected, *place, *options, *_QUIET, *_ALONE]
    files = {
        exercise.suite.as_posix(): root / exercise.suite,
        exercise.stub(shown).as_posix(): exercise.stub(folder),
        INDEX.as_posix(): root / INDEX,
    }
    there = {place: str(file.resolve()) for place, file in files.items() if file.is_file()}
    return Task(arguments, files=there, **rest)


def _node(suite: Path, test: Expected) -> str:
    """The test as pytest names it; in the live world every repetition has a name of its own."""
    return f"{suite.as_posix()}::{test.name}" + "[model]" * (test.world == "model")


def _shown(root: Path, folder: Path) -> Path:
    """The folder as messages name it: from the root if it is inside, else not at all."""
    absolute = folder.resolve()
    return absolute.relative_to(root) if absolute.is_relative_to(root) else Path()


def _origin(root: Path, folder: Path) -> str:
    """The folder as a line for replay names it, which is run in the root; empty for the reader's own exercises."""
    absolute = folder.resolve()
    inside = absolute.is_relative_to(root)
    return (
        "" if absolute == root / "exercises" else str(_shown(root, folder) if inside else absolute)
    )


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


def result_of(
    exercise: Exercise,
    expected: Sequence[Expected],
    report: Report,
    ended: child.Ended,
    deadline: float,
) -> ExerciseResult:
    """The result by what a child has reported of the expected tests until it ended, at the latest at the deadline."""
    cause = _Cause(ended, deadline)
    if report.invalid is not None:
        tests = tuple(failed(each, report.invalid) for each in expected)
        return ExerciseResult(exercise.id, "invalid", report.invalid, tests, report.isolation)
    if cause.is_ours(report):
        message = f"The suite could not be run: a fault of the kit.\n{readable(cause.ended.output)}"
        tests = tuple(replace(failed(each, message), status="grader_error") for each in expected)
    else:
        tests = tuple(
            report.tests.get(each) or failed(each, cause.of_silence(each, report))
            for each in expected
        )
    return replace(exercise_result(exercise.id, tests), isolation=report.isolation)
