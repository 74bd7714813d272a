"""The gradebook: one SQLite file with all that a class handed in and every verdict on it.

Each submission is entered in one transaction, and each verdict is kept as soon as it is there: whoever kills a run
loses at most the files under way. Two runs at once wait for one another. The tables and what their columns mean are in
`gradebook.sql`.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from grading.classroom.jobs import Conditions, Verdict, now
from grading.classroom.records import Records
from grading.classroom.submissions import Submission, file_digest
from grading.results import TestResult

VERSION = 1
_SCHEMA = Path(__file__).with_suffix(".sql")
_PATIENCE = 120.0  # seconds that a run waits while another one writes


class NoGradebook(Exception):
    """The file cannot serve as a gradebook; the message says why, and what to do."""


class Gradebook(Records):
    """The open file. Not for several threads; several processes may have it open."""

    def __init__(self, file: Path, *, must_exist: bool = False) -> None:
        """Opens the file, or makes it. Raises NoGradebook."""
        if must_exist and not file.is_file():
            raise NoGradebook(f"There is no gradebook {file}: grade the class first.")
        try:
            self._db = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None)
            self._db.row_factory = sqlite3.Row
            self._prepare()
        except sqlite3.Error as error:
            reason = f"{file} cannot be used as a gradebook: {error}."
            raise NoGradebook(f"{reason} Name another file with --gradebook.") from error

    def _prepare(self) -> None:
        self._db.execute("PRAGMA foreign_keys = ON")
        self._db.execute(
            "PRAGMA synchronous = FULL"
        )  # with WAL, NORMAL may lose the last marks with the power
        self._db.execute("PRAGMA journal_mode = WAL")
        with self._transaction():
            version = self._db.execute("PRAGMA user_version").fetchone()[0]
            foreign = self._db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
            if version == 0 and not foreign:
                for statement in _statements(_SCHEMA.read_text(encoding="utf-8")):
                    self._db.execute(statement)
            elif version != VERSION:
                raise sqlite3.DatabaseError(
                    f"it has version {version} of the tables, and this kit reads {VERSION}"
                )

    def close(self) -> None:
        """Closes the file."""
        self._db.close()

    def __enter__(self) -> "Gradebook":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def begin_run(self, source: str) -> int:
        """Notes that a run begins; its number."""
        return _id(
            self._db.execute(
                "INSERT INTO run (started_at, source) VALUES (?, ?) RETURNING id", (now(), source)
            )
        )

    def enter(
        self, submission: Submission, verdicts: Iterable[Verdict], run: int, place: int
    ) -> None:
        """Enters a submission, as the `place`-th of this run, with its new verdicts: all of it or nothing."""
        with self._transaction():
            number = self._enter_submission(submission, run, place)
            for verdict in verdicts:
                self._enter_grade(number, verdict, run)

    def keep(self, verdict: Verdict) -> None:
        """Keeps what a file is worth, whoever hands it in."""
        with self._transaction():
            self._verdict_id(verdict)

    def regrade(self, submission_id: int, verdicts: Iterable[Verdict], run: int) -> None:
        """Enters newer verdicts on a submission that is there: all of them or none."""
        with self._transaction():
            for verdict in verdicts:
                self._enter_grade(submission_id, verdict, run)

    def _enter_submission(self, submission: Submission, run: int, place: int) -> int:
        student = submission.student
        student_id = _id(
            self._db.execute(
                """INSERT INTO student (platform, key, name) VALUES (?, ?, ?)
                   ON CONFLICT (platform, key) DO UPDATE SET name = excluded.name RETURNING id""",
                (student.platform, student.key, student.name),
            )
        )
        values = (submission.digest, submission.source, submission.handed_in, submission.fault)
        number = _id(
            self._db.execute(
                """INSERT INTO submission (student_id, digest, source, handed_in, fault, seen, place)
                   VALUES (?, ?, ?, ?, ?, ?, ?)
                   ON CONFLICT (student_id, digest) DO UPDATE
                   SET seen = excluded.seen, place = excluded.place, source = excluded.source,
                       handed_in = excluded.handed_in
                   RETURNING id""",
                (student_id, *values, run, place),
            )
        )
        for content in submission.files.values():
            self._db.execute(
                "INSERT OR IGNORE INTO file VALUES (?, ?)", (file_digest(content), content)
            )
        rows: list[tuple[int, str, str | None, str]] = [
            *(
                (number, name, file_digest(content), "")
                for name, content in submission.files.items()
            ),
            *((number, name, None, why) for name, why in submission.faults.items()),
        ]
        self._db.executemany("INSERT OR IGNORE INTO submitted_file VALUES (?, ?, ?, ?)", rows)
        return number

    def _enter_grade(self, submission_id: int, verdict: Verdict, run: int) -> None:
        number = self._verdict_id(verdict)
        self._db.execute(
            """INSERT OR IGNORE INTO grade (submission_id, exercise, verdict_id, run_id, graded_at)
               VALUES (?, ?, ?, ?, ?)""",
            (submission_id, verdict.result.id, number, run, now()),
        )

    def _verdict_id(self, verdict: Verdict) -> int:
        conditions = self._conditions_id(verdict.conditions)
        result = verdict.result
        key = (result.id, verdict.digest, conditions)
        known = self._db.execute(
            "SELECT id FROM verdict WHERE exercise = ? AND digest = ? AND conditions_id = ?", key
        ).fetchone()
        if known:
            return int(known[0])
        number = _id(
            self._db.execute(
                """INSERT INTO verdict (exercise, digest, conditions_id, status, message, judged_at)
                   VALUES (?, ?, ?, ?, ?, ?) RETURNING id""",
                (*key, result.status, result.message, verdict.judged_at),
            )
        )
        self._db.executemany(
            """INSERT INTO test_result VALUES (:verdict_id, :position, :name, :world, :hidden, :status, :score,
               :max_score, :message, :search, :schedules, :preemptions, :token, :seconds)""",
            [_row(number, position, test) for position, test in enumerate(result.tests)],
        )
        return number

    def _conditions_id(self, conditions: Conditions) -> int:
        return _id(
            self._db.execute(
                """INSERT INTO conditions (kit, kit_digest, settings, python, isolation)
                   VALUES (:kit, :kit_digest, :settings, :python, :isolation)
                   ON CONFLICT DO UPDATE SET kit = excluded.kit RETURNING id""",
                asdict(conditions),
            )
        )

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")


def _row(verdict_id: int, position: int, test: TestResult) -> dict[str, Any]:
    search = test.search
    return {
        **{"verdict_id": verdict_id, "position": position, "hidden": test.hidden},
        **{key: value for key, value in test.to_json().items() if key not in ("search", "hidden")},
        "search": search.kind if search else None,
        "schedules": search.schedules if search else None,
        "preemptions": search.preemptions if search else None,
    }


def _id(cursor: sqlite3.Cursor) -> int:
    """The number in the one row of a statement that returns it."""
    return int(cursor.fetchone()[0])


def _statements(script: str) -> Iterator[str]:
    """The statements of a script, one by one: `executescript` would end the transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
