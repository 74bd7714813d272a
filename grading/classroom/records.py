"""What a gradebook says: the tables of `gradebook.sql` as the kit's own objects."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from grading.classroom.jobs import Conditions, Verdict
from grading.classroom.submissions import Student, Submission
from grading.results import ExerciseResult, Search, SubmissionResult, TestResult


@dataclass(frozen=True, slots=True)
class Earlier:
    """A submission of a student that counts no more, and what it got."""

    source: str
    handed_in: str  # UTC, ISO 8601, or empty
    graded_at: str  # the same, when its last grade was given
    score: int
    max_score: int


@dataclass(frozen=True, slots=True)
class Graded:
    """The newest submission of a student with its grades, as the exports read it."""

    student: Student
    source: str
    handed_in: str  # UTC, ISO 8601, or empty
    graded_at: str
    fault: str  # why nothing at all could be read, or empty
    result: SubmissionResult
    conditions: tuple[Conditions, ...]  # all that its grades were given under
    earlier: tuple[Earlier, ...] = ()  # the student's other submissions, the newest first


@dataclass(frozen=True, slots=True)
class Stale:
    """A submission with grades by another kit, and what was handed in for these exercises (see `Submission`)."""

    id: int
    student: str
    contents: Mapping[
        str, bytes | str
    ]  # by exercise id: the file, or the sentence why there is none


@dataclass(frozen=True, slots=True)
class Score:
    """What a student has got for an exercise."""

    student_id: int
    exercise: str
    score: int
    max_score: int


class Records:
    """Everything that is read from a gradebook; `Gradebook` opens it and writes."""

    _db: sqlite3.Connection

    def graded(self, submission: Submission) -> set[str]:
        """The exercises for which this very submission of this student has a grade."""
        rows = self._db.execute(
            """SELECT DISTINCT grade.exercise FROM grade
               JOIN submission ON submission.id = submission_id JOIN student ON student.id = student_id
               WHERE platform = ? AND key = ? AND digest = ?""",
            (submission.student.platform, submission.student.key, submission.digest),
        )
        return {row[0] for row in rows}

    def verdict(self, exercise: str, digest: str, conditions: Conditions) -> Verdict | None:
        """What this file was judged to be before, by the same kit and settings, if it was."""
        row = self._db.execute(
            """SELECT verdict.id, verdict.digest, judged_at, conditions_id FROM verdict
               JOIN conditions ON conditions.id = conditions_id
               WHERE exercise = ? AND digest = ? AND kit_digest = ? AND settings = ?
               ORDER BY verdict.id DESC""",
            (exercise, digest, conditions.kit_digest, conditions.settings),
        ).fetchone()
        if row is None:
            return None
        under = self._conditions(row["conditions_id"])
        return Verdict(digest, self._result(row["id"]), under, row["judged_at"])

    def current(self, order: Sequence[str] = ()) -> Iterator[Graded]:
        """The newest submission of each student, by name; its exercises in this order of ids."""
        places = {name: place for place, name in enumerate(order)}
        for row in self._current_submissions():
            grades = self._grades(row["id"])
            grades.sort(key=lambda grade: places.get(grade["exercise"], len(places)))
            results = tuple(self._result(grade["verdict_id"]) for grade in grades)
            student = Student(row["key"], row["name"], row["platform"])
            yield Graded(
                student=student,
                source=row["source"],
                handed_in=row["handed_in"],
                graded_at=max((grade["graded_at"] for grade in grades), default=""),
                fault=row["fault"],
                result=SubmissionResult(row["source"], results),
                conditions=tuple(
                    self._conditions(number)
                    for number in dict.fromkeys(grade["conditions_id"] for grade in grades)
                ),
                earlier=self._earlier(student),
            )

    def stale(self, conditions: Conditions) -> Iterator[Stale]:
        """The newest submissions that have grades by another kit, by the students' names."""
        for row in self._current_submissions():
            old = [
                grade["exercise"]
                for grade in self._grades(row["id"])
                if self._conditions(grade["conditions_id"]).kit_digest != conditions.kit_digest
            ]
            files = self._files(row["id"]) if old else {}
            if old:
                contents = {name: files.get(name, row["fault"]) for name in old}
                yield Stale(row["id"], row["name"], contents)

    def count_stale(self, conditions: Conditions) -> int:
        """How many submissions `stale` would give."""
        row = self._db.execute(
            """SELECT count(DISTINCT submission_id) FROM current_grade
               JOIN current_submission ON current_submission.id = submission_id
               JOIN verdict ON verdict.id = verdict_id JOIN conditions ON conditions.id = conditions_id
               WHERE kit_digest != ?""",
            (conditions.kit_digest,),
        ).fetchone()
        return int(row[0])

    def isolations(self) -> list[str]:
        """All that confined the files which current grades were given for."""
        rows = self._db.execute(
            """SELECT DISTINCT isolation FROM current_grade
               JOIN current_submission ON current_submission.id = submission_id
               JOIN verdict ON verdict.id = verdict_id JOIN conditions ON conditions.id = conditions_id
               WHERE isolation != '' ORDER BY isolation"""
        )
        return [row[0] for row in rows]

    def scores(self) -> Iterator[Score]:
        """What each student has got for each exercise."""
        rows = self._db.execute(
            """SELECT student_id, current_grade.exercise, sum(score), sum(max_score) FROM current_grade
               JOIN current_submission ON current_submission.id = submission_id
               JOIN test_result USING (verdict_id) GROUP BY student_id, current_grade.exercise"""
        )
        return (Score(*row) for row in rows)

    def grades_of(self, submission_id: int) -> dict[str, ExerciseResult]:
        """The current grades of a submission, by exercise id."""
        grades = self._grades(submission_id)
        return {grade["exercise"]: self._result(grade["verdict_id"]) for grade in grades}

    def _current_submissions(self) -> list[sqlite3.Row]:
        return self._db.execute(
            """SELECT current_submission.*, key, name, platform FROM current_submission
               JOIN student ON student.id = student_id ORDER BY name, platform, key"""
        ).fetchall()

    def _earlier(self, student: Student) -> tuple[Earlier, ...]:
        rows = self._db.execute(
            """SELECT source, handed_in, coalesce(max(graded_at), ''), coalesce(sum(score), 0),
                      coalesce(sum(max_score), 0)
               FROM submission JOIN student ON student.id = student_id
               LEFT JOIN current_grade ON submission_id = submission.id
               LEFT JOIN test_result USING (verdict_id)
               WHERE platform = ? AND key = ? AND submission.id !=
                     (SELECT id FROM current_submission WHERE student_id = student.id)
               GROUP BY submission.id ORDER BY seen DESC, place DESC""",
            (student.platform, student.key),
        )
        return tuple(Earlier(*row) for row in rows)

    def _grades(self, submission_id: int) -> list[sqlite3.Row]:
        return self._db.execute(
            """SELECT current_grade.exercise, verdict_id, graded_at, conditions_id FROM current_grade
               JOIN verdict ON verdict.id = verdict_id
               WHERE submission_id = ? ORDER BY current_grade.exercise""",
            (submission_id,),
        ).fetchall()

    def _files(self, submission_id: int) -> dict[str, bytes | str]:
        rows = self._db.execute(
            "SELECT exercise, content, fault FROM submitted_file LEFT JOIN file USING (digest) WHERE submission_id = ?",
            (submission_id,),
        )
        return {row["exercise"]: row["fault"] or row["content"] for row in rows}

    def _result(self, verdict_id: int) -> ExerciseResult:
        row = self._db.execute(
            """SELECT verdict.*, isolation FROM verdict
               JOIN conditions ON conditions.id = conditions_id WHERE verdict.id = ?""",
            (verdict_id,),
        ).fetchone()
        tests = self._db.execute(
            "SELECT * FROM test_result WHERE verdict_id = ? ORDER BY position", (verdict_id,)
        )
        return ExerciseResult(
            row["exercise"],
            row["status"],
            row["message"],
            tuple(map(_test_result, tests)),
            row["isolation"],
        )

    def _conditions(self, number: int) -> Conditions:
        row = self._db.execute(
            "SELECT kit, kit_digest, settings, python, isolation FROM conditions WHERE id = ?",
            (number,),
        ).fetchone()
        return Conditions(*row)


def _test_result(row: sqlite3.Row) -> TestResult:
    has_search = row["search"] is not None
    return TestResult(
        name=row["name"],
        world=row["world"],
        status=row["status"],
        max_score=row["max_score"],
        message=row["message"],
        search=Search(row["search"], row["schedules"], row["preemptions"]) if has_search else None,
        token=row["token"],
        seconds=row["seconds"],
        hidden=bool(row["hidden"]),
    )
