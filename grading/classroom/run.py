"""Grades a class, and grades it again when the kit was changed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from grading.classroom.gradebook import Gradebook
from grading.classroom.jobs import Verdict
from grading.classroom.submissions import Submission
from grading.classroom.work import Contents, Work
from grading.index import Exercise
from grading.results import ExerciseResult, TestResult

State = Literal["graded", "unchanged", "unreadable"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a submission, and what of it could not be read."""

    student: str
    state: State
    faults: tuple[str, ...]


def grade_class(
    submissions: Iterable[Submission], exercises: Sequence[Exercise], work: Work, source: str
) -> Iterator[Outcome]:
    """Enters every submission in the gradebook, with the grades of these exercises that it lacks; tells of each."""
    run = work.gradebook.begin_run(source)
    places = enumerate(submissions)
    wanted = (((place, each), _ungraded(each, exercises, work.gradebook)) for place, each in places)
    for (place, submission), verdicts in work.verdicts(wanted):
        work.gradebook.enter(submission, verdicts, run, place)
        faults = tuple(filter(None, [submission.fault, *submission.faults.values()]))
        yield Outcome(submission.student.name, _state(submission, verdicts), faults)


def _state(submission: Submission, verdicts: Sequence[Verdict]) -> State:
    if submission.fault:
        return "unreadable"
    return "graded" if verdicts else "unchanged"


def _ungraded(
    submission: Submission, exercises: Sequence[Exercise], gradebook: Gradebook
) -> Contents:
    done = gradebook.graded(submission)
    faults = {exercise.id: submission.fault for exercise in exercises} | {**submission.faults}
    return {
        exercise.id: submission.files.get(exercise.id, faults[exercise.id])
        for exercise in exercises
        if exercise.id not in done
    }


@dataclass(frozen=True, slots=True)
class Change:
    """An exercise of a student that is worth something else since the kit was changed."""

    student: str
    before: ExerciseResult
    after: ExerciseResult

    @property
    def reasons(self) -> list[str]:
        """What became of which test, and what it says now, a line each."""
        old = {(test.name, test.world): test for test in self.before.tests}
        new = {(test.name, test.world): test for test in self.after.tests}
        return [
            f"{name} ({world}): {_worth(old.get((name, world)))} -> {_worth(test)}{_saying(test)}"
            for (name, world), test in ({**dict.fromkeys(old), **new}).items()
            if _worth(old.get((name, world))) != _worth(test)
        ]


def regrade(work: Work) -> Iterator[tuple[str, list[Change]]]:
    """Judges again what another kit has judged: each student's name, and what is worth something else now."""
    run = work.gradebook.begin_run("")
    stale = list(work.gradebook.stale(work.conditions))
    items = ((each, each.contents) for each in stale)
    for submission, verdicts in work.verdicts(items):
        before = work.gradebook.grades_of(submission.id)
        work.gradebook.regrade(submission.id, verdicts, run)
        after = [verdict.result for verdict in verdicts]
        changes = [Change(submission.student, before[each.id], each) for each in after]
        yield submission.student, [change for change in changes if change.reasons]


def _worth(test: TestResult | None) -> str:
    return f"{test.status}, {test.score} of {test.max_score}" if test else "no such test"


def _saying(test: TestResult | None) -> str:
    first = (test.message.strip().splitlines() or [""])[0] if test else ""
    return f": {first}" if first else ""
