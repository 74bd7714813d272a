"""What is remembered of a learner: one small JSON file for each checkout, in the user's data folder.

`{"version": 1, "exercises": {"03_locks/counter": {"hints": 2, "passed": "5f0c...", ...}}}`, see `Record`. Whoever
moves the checkout begins anew. Nothing in it is believed: a file counts as passed only while it is the same.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

import platformdirs
from filelock import FileLock

from grading import NOX
from grading.index import ROOT, Exercise
from grading.results import ExerciseResult, write_whole
from grading.verdict import describe_failure

_VERSION = 1
_PATIENCE = 5.0  # seconds to wait for another command that writes


@dataclass(frozen=True, slots=True)
class Record:
    """What is remembered of one exercise; `passed` and `failed` are fingerprints of the file that did.

    `hints` is how many were given, `failure` what there was to read when it failed.
    """

    hints: int = 0
    gave_up: bool = False
    passed: str = ""
    failed: str = ""
    failure: str = ""


class Memory:
    """What is remembered of the learner in the checkout `root`; the file is in `folder`.

    No method raises where the file is broken or cannot be written: `fault` then has a sentence for the learner, and
    what was noted holds until the program ends.
    """

    def __init__(self, root: Path = ROOT, folder: Path | None = None) -> None:
        key = hashlib.sha256(str(root.resolve()).encode("utf-8", "replace")).hexdigest()[:12]
        place = folder or platformdirs.user_data_path("threadlings", appauthor=False)
        self.root = root
        self.folder = place / f"{root.resolve().name}-{key}"
        self.file = self.folder / "progress.json"
        self.fault = ""
        self._records: dict[str, Record] = {}
        self._read()

    def of(self, exercise: Exercise) -> Record:
        """What is remembered of this exercise."""
        return self._records.get(exercise.id, Record())

    def change(self, exercise: Exercise, **changes: Any) -> Record:
        """Changes these fields of the exercise's record, and leaves what other commands have noted meanwhile."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with FileLock(self.file.with_suffix(".lock"), timeout=_PATIENCE):
                self._read()
                self._set(exercise, changes)
                write_whole(self.file, [_as_json(self._records)])
        except OSError as error:
            self._set(exercise, changes)
            self.fault = (
                f"Your progress cannot be kept in {self.file} ({error.strerror or error}): make"
                " that folder writable, or it is forgotten when this command ends."
            )
        return self.of(exercise)

    def note(self, exercise: Exercise, result: ExerciseResult, of: str) -> None:
        """Remembers the verdict on the file with the fingerprint `of`; a fault of the kit's is none."""
        if result.status == "passed":
            self.change(exercise, passed=of, failed="", failure="")
        elif of and result.status != "grader_error":
            self.change(exercise, failed=of, failure=describe_failure(result))

    def noting(
        self, judge_one: Callable[[Exercise], ExerciseResult]
    ) -> Callable[[Exercise], ExerciseResult]:
        """The same judge, whose verdicts are remembered, unless the file was saved meanwhile."""

        def judge_and_note(exercise: Exercise) -> ExerciseResult:
            before = fingerprint(exercise, self.root)
            result = judge_one(exercise)
            if fingerprint(exercise, self.root) == before:
                self.note(exercise, result, before)
            return result

        return judge_and_note

    def _set(self, exercise: Exercise, changes: dict[str, Any]) -> None:
        self._records[exercise.id] = replace(self.of(exercise), **changes)

    def _read(self) -> None:
        try:
            self._records = _from_json(self.file.read_bytes())
        except FileNotFoundError:
            pass
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            self.fault = (
                f"Your progress in {self.file} cannot be read, so it begins anew: run"
                f" `{NOX}`, which judges your files again. Hints begin at the first."
            )


def fingerprint(exercise: Exercise, root: Path = ROOT) -> str:
    """Of the learner's file together with its suite, so that a pass holds for both; empty if one cannot be read."""
    digest = hashlib.sha256()
    for file in (exercise.stub(), exercise.suite):
        try:
            digest.update((root / file).read_bytes() + b"\0")
        except OSError:
            return ""
    return digest.hexdigest()


def _as_json(records: dict[str, Record]) -> bytes:
    exercises = {id: asdict(record) for id, record in records.items()}
    document = {"version": _VERSION, "exercises": exercises}
    return (json.dumps(document, indent=1) + "\n").encode()


def _from_json(content: bytes) -> dict[str, Record]:
    """Raises ValueError, TypeError, KeyError or AttributeError where the document is not of this version."""
    document = json.loads(content)
    if document["version"] != _VERSION:
        raise ValueError(f"version {document['version']!r}")
    records = {id: Record(**values) for id, values in document["exercises"].items()}
    for record in records.values():
        for field in fields(Record):
            if type(getattr(record, field.name)) is not field.type:
                raise TypeError(field.name)
    return records
