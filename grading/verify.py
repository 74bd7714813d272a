"""`verify`: the exercises prove themselves. Every file that ships is judged like a submission.

The stub must fail, the reference and each variant must pass, and each mistake must fail the very
test that its first line names.
"""

import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal, Protocol

import click

from grading.index import Exercise
from grading.parallel import in_parallel
from grading.progress import print_counts
from grading.results import ExerciseResult
from grading.suites import Expected, expected_tests
from grading.tidiness import claimed_test, lesson_problems, problems_of, solutions, stray_files

Kind = Literal["stub", "reference", "mistake", "variant"]


class Judge(Protocol):
    """Judges a folder's solution of an exercise, by the whole suite or one test of it."""

    def __call__(
        self, exercise: Exercise, folder: Path, *, only: Expected | None
    ) -> ExerciseResult:
        """Gives what `grading.judge.judge` gives."""


@dataclass(frozen=True, slots=True)
class Case:
    """One file to judge as a solution of this exercise; `kind` says what must come of it.

    `only` is the one test that a mistake is judged by; everything else faces the whole suite.
    """

    exercise: Exercise
    kind: Kind
    file: Path
    only: Expected | None = None


def verify_all(
    exercises: Sequence[Exercise],
    listed: Sequence[Exercise],
    root: Path,
    judge: Judge,
    jobs: int | None = None,
) -> bool:
    """Verifies these exercises, prints each problem on a line and a table; whether all is well.

    `listed` are all exercises of the project: what belongs to none of them is stray.
    """
    beside = [*lesson_problems(exercises, root), *stray_files(listed, root)]
    static = [(exercise.id, line) for exercise in exercises for line in problems_of(exercise, root)]
    for line in [*beside, *(line for _, line in static)]:
        click.echo(line)
    cases = [case for exercise in exercises for case in cases_of(exercise, root)]
    wrong = Counter(name for name, _ in static)
    passed = 0
    for case, problem in zip(
        cases, in_parallel(partial(problem_of, judge=judge), cases, jobs), strict=True
    ):
        passed += not problem
        if problem:
            wrong[case.exercise.id] += 1
            click.echo(f"{case.file.relative_to(root).as_posix()}: {problem}")
    judged = Counter(case.exercise.id for case in cases)
    print_counts((exercise.id, judged[exercise.id], wrong[exercise.id]) for exercise in exercises)
    failed = wrong.total() + len(beside)
    click.echo(f"{passed} passed, {failed} failed")
    return not failed


def cases_of(exercise: Exercise, root: Path) -> Iterator[Case]:
    """Everything of this exercise that can be judged."""
    tests = expected_tests(root / exercise.suite)
    for file in solutions(root / exercise.mistakes):
        if claimed := claimed_test(file, tests):
            yield Case(exercise, "mistake", file, claimed)
    others: list[tuple[Kind, Path]] = [
        ("stub", root / exercise.stub()),
        ("reference", root / exercise.reference),
        *(("variant", file) for file in solutions(root / exercise.variants)),
    ]
    yield from (Case(exercise, kind, file) for kind, file in others if file.is_file())


def problem_of(case: Case, judge: Judge) -> str | None:
    """Judges this file in a folder of its own; what was found if it is not what it must be."""
    with alone(case.exercise, case.file.read_bytes()) as folder:
        return _verdict(case, judge(case.exercise, folder, only=case.only))


@contextmanager
def alone(exercise: Exercise, program: bytes) -> Iterator[Path]:
    """A submission's folder that has this program as its solution of the exercise, and nothing else."""
    with tempfile.TemporaryDirectory() as temporary:
        target = exercise.stub(Path(temporary))
        target.parent.mkdir()
        target.write_bytes(program)
        yield Path(temporary)


def _verdict(case: Case, result: ExerciseResult) -> str | None:
    if result.status not in ("passed", "failed"):
        return f"must run, but: {_reason(result)}"
    if case.kind in ("reference", "variant"):
        return f"must pass, but {_reason(result)}" if result.status == "failed" else None
    of_test = f" {case.only.name} ({case.only.world})" if case.only else ""
    return f"must fail{of_test}, but passes" if result.status == "passed" else None


def _reason(result: ExerciseResult) -> str:
    failure = result.first_failure
    if not failure:
        return "every test passes"
    first_line = (failure.message.strip().splitlines() or ["without a message"])[0]
    return f"{failure.name} ({failure.world}) fails: {first_line}"
