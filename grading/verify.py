"""`verify`: the exercises prove themselves. Every file that ships is judged like a submission.

The stub must fail, the reference and each variant must pass, and each mistake must fail the very
test that its first line names, in the words that are kept beside it.
"""

import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal, Protocol

import click

from grading import messages
from grading.given import keep_stubs
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


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a file, or, where it is a mistake that fails as it must, what a learner reads of it."""

    problem: str | None = None
    message: str = ""


def verify_all(
    exercises: Sequence[Exercise],
    listed: Sequence[Exercise],
    root: Path,
    judge: Judge,
    jobs: int | None = None,
    accept: bool = False,
) -> bool:
    """Verifies these exercises, prints each problem on a line and a table; whether all is well.

    `listed` are all exercises of the project: what belongs to none of them is stray. `accept` keeps
    the stubs, and what learners read of the mistakes now; otherwise both must be what was kept.
    """
    if accept:
        keep_stubs(exercises, root)
    beside = [*lesson_problems(exercises, root), *stray_files(listed, root)]
    static = [(exercise.id, line) for exercise in exercises for line in problems_of(exercise, root)]
    for line in [*beside, *(line for _, line in static)]:
        click.echo(line)
    cases = [case for exercise in exercises for case in cases_of(exercise, root)]
    kept = {exercise: messages.read(root / exercise.messages) for exercise in exercises}
    said: defaultdict[Exercise, dict[str, str]] = defaultdict(dict)
    wrong = Counter(name for name, _ in static)
    passed = 0
    for case, found in zip(
        cases, in_parallel(partial(examine, judge=judge), cases, jobs), strict=True
    ):
        problem = found.problem
        if found.message:
            said[case.exercise][case.file.stem] = found.message
            former = found.message if accept else kept[case.exercise].get(case.file.stem)
            problem = messages.problem_of(found.message, former, case.exercise)
        passed += not problem
        if problem:
            wrong[case.exercise.id] += 1
            click.echo(f"{case.file.relative_to(root).as_posix()}: {problem}")
    if accept:
        for exercise, texts in said.items():
            messages.write(root / exercise.messages, texts)
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


def examine(case: Case, judge: Judge) -> Finding:
    """Judges this file in a folder of its own, and looks whether it does what its kind must do."""
    with alone(case.exercise, case.file.read_bytes()) as folder:
        result = judge(case.exercise, folder, only=case.only)
    if problem := _problem(case, result):
        return Finding(problem)
    of_mistake = case.kind == "mistake"
    return Finding(message=messages.as_kept(result, str(folder)) if of_mistake else "")


@contextmanager
def alone(exercise: Exercise, program: bytes) -> Iterator[Path]:
    """A submission's folder that has this program as its solution of the exercise, and nothing else."""
    with tempfile.TemporaryDirectory() as temporary:
        target = exercise.stub(Path(temporary))
        target.parent.mkdir()
        target.write_bytes(program)
        yield Path(temporary)


def _problem(case: Case, result: ExerciseResult) -> str | None:
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
