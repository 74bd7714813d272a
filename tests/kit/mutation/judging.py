"""Judges mutants by the exercise's suite, and compares what survives with what is known to be equivalent."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from grading.failures import UNCONTROLLED
from grading.index import ROOT, Exercise
from grading.judge import judge
from grading.parallel import in_parallel
from grading.results import ExerciseResult
from grading.verify import alone
from tests.kit.mutation.mutants import Mutant, mutants_of

EQUIVALENTS = Path(__file__).with_name("equivalents.toml")
Verdict = Literal[
    "killed", "equivalent", "refused", "survives", "killed, but listed", "grader error"
]
FINE: tuple[Verdict, ...] = ("killed", "equivalent", "refused")


@dataclass(frozen=True, slots=True)
class Equivalent:
    """An entry of the list: which mutants of which exercise.

    `becomes` (of the mutant's lines that the diff shows) tells them from others of the same line, where there are some.
    """

    exercise: str
    operator: str
    within: str
    line: str
    becomes: str = ""

    def is_about(self, exercise: Exercise, mutant: Mutant) -> bool:
        """Whether the entry means this mutant of this exercise's reference."""
        same = (exercise.id, mutant.operator, mutant.within, mutant.source)
        shown = [line[1:].strip() for line in mutant.diff.splitlines() if line[:1] in ("+", " ")]
        is_same = same == (self.exercise, self.operator, self.within, self.line)
        return is_same and self.becomes in "\n".join(shown)


@dataclass(frozen=True, slots=True)
class Judged:
    """A mutant of an exercise's reference, and what the suite said; `by` is the first test that failed."""

    exercise: Exercise
    mutant: Mutant
    verdict: Verdict
    by: str

    def __str__(self) -> str:
        by = f" by {self.by}" if self.by else ""
        return f"{self.exercise.reference.as_posix()}: {self.verdict}{by}: {self.mutant}"


def equivalents() -> list[Equivalent]:
    """All that are listed; each group of them has a reason."""
    groups = tomllib.loads(EQUIVALENTS.read_text(encoding="utf-8"))["equivalent"]
    return [Equivalent(*entry) for group in groups if group["reason"] for entry in group["mutants"]]


def mutants(exercise: Exercise) -> list[Mutant]:
    """The mutants of its reference."""
    program = (ROOT / exercise.reference).read_text(encoding="utf-8")
    return list(mutants_of(program, [each.partition("(")[0] for each in exercise.defines]))


def judge_all(exercises: Sequence[Exercise], jobs: int | None = None) -> Iterator[Judged]:
    """Judges each mutant of these exercises, some at a time."""
    listed = equivalents()
    pairs = [(exercise, mutant) for exercise in exercises for mutant in mutants(exercise)]
    results = in_parallel(_judge, pairs, jobs)
    for (exercise, mutant), result in zip(pairs, results, strict=True):
        known = any(each.is_about(exercise, mutant) for each in listed)
        failure = result.first_failure
        by = f"{failure.name} ({failure.world})" if failure else ""
        yield Judged(exercise, mutant, verdict_of(result, known), by)


def _judge(pair: tuple[Exercise, Mutant]) -> ExerciseResult:
    exercise, mutant = pair
    with alone(exercise, mutant.program.encode()) as folder:
        return judge(exercise, folder, stop_at_failure=True)


def verdict_of(result: ExerciseResult, known: bool) -> Verdict:
    """What a suite's result says of a mutant; `known` is one that is listed as equivalent."""
    failure = result.first_failure
    if not failure:
        return "equivalent" if known else "survives"
    if result.status == "grader_error":
        return "grader error"
    if failure.message.startswith(UNCONTROLLED):
        return "refused"
    return "killed, but listed" if known else "killed"
