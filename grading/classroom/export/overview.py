"""What the report says of a class as a whole: the heat map, the figures of each exercise, the faults.

It keeps a few words for each grade and no messages, so that memory does not grow with what students hand in.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from grading.classroom.figures import means, spread
from grading.classroom.jobs import Conditions
from grading.classroom.records import Graded, Score
from grading.index import Exercise
from grading.results import ExerciseResult
from grading.verdict import STATES

_STEPS = (0.5, 0.75, 1.0)  # where the colours between nothing and all of the points begin


@dataclass(frozen=True, slots=True)
class Cell:
    """A grade in the heat map: what is seen, what is heard, and the class of its colour."""

    text: str
    spoken: str
    level: str


@dataclass(frozen=True, slots=True)
class Row:
    """A student in the heat map. `page` is the address of the student's own page."""

    name: str
    page: str
    score: int
    max_score: int
    share: float
    cells: dict[str, Cell]  # by exercise id


@dataclass(frozen=True, slots=True)
class Fault:
    """What could not be read or judged of a student's work, and why. `exercise` is empty where it was everything."""

    name: str
    page: str
    exercise: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Figures:
    """How an exercise went: the mean part of the points, who has all of them, and in how many it is missing."""

    id: str
    title: str
    max_score: int
    mean: float
    full: int
    missing: int
    judged: int


@dataclass(slots=True)
class Overview:
    """A class, student by student, then as a whole. `exercises` gives titles and order."""

    exercises: Sequence[Exercise]
    rows: list[Row] = field(default_factory=list)
    unreadable: list[Fault] = field(default_factory=list)
    kit_faults: list[Fault] = field(default_factory=list)
    conditions: dict[Conditions, None] = field(default_factory=dict)
    graded_at: list[str] = field(default_factory=list)
    _scores: list[Score] = field(default_factory=list)
    _missing: list[str] = field(default_factory=list)

    def add(self, graded: Graded, page: str) -> None:
        """Takes in the next student, whose page is at this address."""
        name, result = graded.student.name, graded.result
        cells = {each.id: _cell(each) for each in result.exercises}
        self.rows.append(Row(name, page, result.score, result.max_score, result.share, cells))
        self.conditions |= dict.fromkeys(graded.conditions)
        self.graded_at += [graded.graded_at] if graded.graded_at else []
        number = len(self.rows)
        for each in result.exercises:
            self._scores.append(Score(number, each.id, each.score, each.max_score))
        self._missing += [each.id for each in result.exercises if each.status == "missing"]
        self._note_faults(graded, page)

    def _note_faults(self, graded: Graded, page: str) -> None:
        name = graded.student.name
        if graded.fault:
            self.unreadable.append(Fault(name, page, "", graded.fault))
        for each in graded.result.exercises:
            if each.status == "invalid" and not graded.fault:
                self.unreadable.append(Fault(name, page, each.id, each.message))
            elif each.status == "grader_error":
                self.kit_faults.append(Fault(name, page, each.id, _kit_fault(each)))

    @property
    def topics(self) -> list[tuple[str, list[Figures]]]:
        """The exercises in which somebody was graded, in order and by topic: the columns of the heat map."""
        figures = {each.id: each for each in self._figures()}
        order = [each.id for each in self.exercises if each.id in figures]
        columns = dict.fromkeys([*order, *figures])  # what the kit no longer lists comes last
        grouped = groupby(map(figures.__getitem__, columns), key=lambda each: topic_of(each.id))
        return [(topic, list(group)) for topic, group in grouped]

    @property
    def hardest_first(self) -> list[Figures]:
        """The exercises, from the lowest mean."""
        return sorted(self._figures(), key=lambda each: each.mean)

    @property
    def spread(self) -> list[tuple[str, int]]:
        """How many students have got which tenth of the points, from the lowest."""
        return spread(means(self._scores, key=lambda each: each.student_id).values())

    def _figures(self) -> Iterator[Figures]:
        titles = {each.id: each.title for each in self.exercises}
        for name, mean in means(self._scores, key=lambda each: each.exercise).items():
            scores = [each for each in self._scores if each.exercise == name]
            full = sum(each.score == each.max_score for each in scores)
            points = max(each.max_score for each in scores)
            missing = self._missing.count(name)
            yield Figures(name, titles.get(name, name), points, mean, full, missing, len(scores))


def topic_of(exercise_id: str) -> str:
    """The folder's part of an exercise's id."""
    return exercise_id.partition("/")[0]


def stem_of(exercise_id: str) -> str:
    """The file's part of an exercise's id."""
    return exercise_id.partition("/")[2]


def _kit_fault(result: ExerciseResult) -> str:
    errors = [
        f"{each.name} ({each.world})" for each in result.tests if each.status == "grader_error"
    ]
    return f"{', '.join(errors)}." if errors else result.message


def _cell(result: ExerciseResult) -> Cell:
    score, of = result.score, result.max_score
    marks = {"missing": "–", "invalid": "×", "grader_error": f"{score}!"}  # noqa: RUF001 - seen, not typed
    spoken = f"{stem_of(result.id)}: {score} of {of}, {STATES[result.status]}"
    return Cell(marks.get(result.status, str(score)), spoken, _level(result))


def _level(result: ExerciseResult) -> str:
    if result.status == "grader_error":
        return "fault"
    if result.status == "missing":
        return "missing"
    share = result.score / result.max_score if result.max_score else 1.0
    return f"level{sum(share >= step for step in _STEPS) + (share > 0)}"
