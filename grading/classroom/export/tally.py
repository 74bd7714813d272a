"""The points of a class without the messages, which would not fit into memory for a large one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from grading.classroom.records import Graded
from grading.classroom.submissions import Student
from grading.index import Exercise


@dataclass(frozen=True, slots=True)
class Points:
    """Of an exercise: what was got, what could be; and how much of both is by hidden tests."""

    score: int
    max_score: int
    hidden_score: int
    hidden_max: int


@dataclass(frozen=True, slots=True)
class Tally:
    """A student with the points of each exercise that was graded, and what the kit could not judge."""

    student: Student
    handed_in: str
    graded_at: str
    fault: str
    points: Mapping[str, Points]  # by exercise id
    ours: tuple[str, ...]  # exercises with faults of the kit

    @property
    def score(self) -> int | None:
        """The sum of all exercises; None where nothing was graded."""
        return sum(each.score for each in self.points.values()) if self.points else None

    @property
    def who(self) -> str:
        """The student, in words that tell two of the same name apart."""
        return f"{self.student.name} ({self.student.key})"


def tally(graded: Graded) -> Tally:
    """The points of a student."""
    points = {
        exercise.id: Points(
            exercise.score,
            exercise.max_score,
            sum(test.score for test in exercise.tests if test.hidden),
            sum(test.max_score for test in exercise.tests if test.hidden),
        )
        for exercise in graded.result.exercises
    }
    ours = [
        exercise.id for exercise in graded.result.exercises if exercise.status == "grader_error"
    ]
    times = (graded.handed_in, graded.graded_at)
    return Tally(graded.student, *times, graded.fault, points, tuple(ours))


def maxima(tallies: Iterable[Tally], order: Sequence[Exercise]) -> dict[str, int]:
    """By exercise id, in this order, the points that somebody could get: the same for all of a class."""
    found: dict[str, int] = {}
    for each in tallies:
        for name, points in each.points.items():
            found[name] = max(found.get(name, 0), points.max_score)
    known = [exercise.id for exercise in order if exercise.id in found]
    return {name: found[name] for name in dict.fromkeys([*known, *found])}
