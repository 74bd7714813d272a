"""What is done for one file of a submission, here or elsewhere: a pure function of its content, kit and settings.

A job and its verdict are plain data, so that any `concurrent.futures.Executor` can carry them.
"""

import hashlib
import json
import platform
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from grading import __version__
from grading.classroom.submissions import file_digest
from grading.index import INDEX, ROOT, Exercise, load
from grading.judge import judge
from grading.report import failed
from grading.results import ExerciseResult
from grading.suites import expected_tests

_UNDECIDING = {("grading", "bench"), ("grading", "classroom")}


class OtherKit(Exception):
    """A worker has another kit than whoever asks it; the message says which."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """Under what a verdict is reached: kit, settings, Python, isolation."""

    kit: str
    kit_digest: str  # SHA-256 of the files that decide
    settings: str  # JSON: `deadline` in seconds of an exercise
    python: str
    isolation: str = ""  # what confined the process that ran the file; empty if nothing was run

    @classmethod
    def here(cls, deadline: float) -> "Conditions":
        """Those of this process."""
        settings = json.dumps({"deadline": deadline})
        return cls(__version__, kit_digest(), settings, platform.python_version())


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a file is worth. `digest` is the file's; where there is no file, that of the reason why."""

    digest: str
    result: ExerciseResult
    conditions: Conditions
    judged_at: str  # UTC, ISO 8601

    @classmethod
    def from_json(cls, document: Mapping[str, Any]) -> "Verdict":
        """The verdict of what `judge_file` gave."""
        return cls(
            document["digest"],
            ExerciseResult.from_json(document["result"]),
            Conditions(**document["conditions"]),
            document["judged_at"],
        )


def judge_file(exercise_id: str, content: bytes | str, deadline: float, kit: str) -> dict[str, Any]:
    """The verdict on this content of an exercise's file, or on its absence (`content` says why), as plain data.

    `kit` is the digest of the kit that must judge it. Raises OtherKit, SuiteFault.
    """
    if kit != kit_digest():
        raise OtherKit(
            f"The kit of this worker ({kit_digest()[:12]}) is not the one that asks ({kit[:12]}): "
            "give every machine the same files."
        )
    result = _judged(_exercises()[exercise_id], content, deadline)
    return {
        "digest": digest_of(content),
        "result": result.to_json(),
        "conditions": {**asdict(Conditions.here(deadline)), "isolation": result.isolation},
        "judged_at": now(),
    }


def digest_of(content: bytes | str) -> str:
    """What stands for a file, or for the reason why there is none."""
    return file_digest(content if isinstance(content, bytes) else b"no file: " + content.encode())


def now() -> str:
    """The time, as the gradebook writes it."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


@cache
def kit_digest() -> str:
    """The SHA-256 of the kit's files that decide on a verdict: the same everywhere where these are the same."""
    digest = hashlib.sha256()
    files = [*(ROOT / "grading").rglob("*.py"), *(ROOT / "tests").glob("[0-9][0-9]_*/*.py")]
    for file in [ROOT / INDEX, *sorted(files)]:
        path = file.relative_to(ROOT)
        if path.parts[:2] not in _UNDECIDING:
            content = file.read_bytes().replace(
                b"\r\n", b"\n"
            )  # a checkout on Windows may have either
            digest.update(f"{path.as_posix()} {file_digest(content)}\n".encode())
    return digest.hexdigest()


@cache
def _exercises() -> dict[str, Exercise]:
    return {exercise.id: exercise for exercise in load()}


def _judged(exercise: Exercise, content: bytes | str, deadline: float) -> ExerciseResult:
    if isinstance(content, str):
        return _unread(exercise, content)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as temporary:
        file = exercise.stub(Path(temporary))
        file.parent.mkdir()
        file.write_bytes(content)
        return judge(exercise, Path(temporary), deadline=deadline, origin="")


def _unread(exercise: Exercise, reason: str) -> ExerciseResult:
    """Every test failed, as there is no file: it is missing, or could not be taken for this `reason`."""
    name = exercise.stub(Path()).as_posix()
    sentence = reason or f"{name} is missing: the solution must be in this file."
    tests = tuple(failed(test, sentence) for test in expected_tests(ROOT / exercise.suite))
    return ExerciseResult(exercise.id, "invalid" if reason else "missing", sentence, tests)
