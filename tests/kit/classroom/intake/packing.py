"""Makes the folders and archives that the tests read."""

import io
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from grading.classroom.intake import Intake
from grading.classroom.submissions import Submission
from grading.index import Exercise

COUNTER = Exercise("03_locks/counter", "Protect a counter", 1, (), ())
POOL = Exercise("05_executors/pool", "Make a pool", 1, (), ())
EXERCISES = (COUNTER, POOL)
GOOD = b"good = 1\n"


def folder(place: Path, files: Mapping[str, bytes | None]) -> Path:
    """Writes the files; None makes an empty folder."""
    place.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        target = place / name
        (target if content is None else target.parent).mkdir(parents=True, exist_ok=True)
        if content is not None:
            target.write_bytes(content)
    return place


def zipped(files: Mapping[str | zipfile.ZipInfo, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", how) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def tarred(files: Mapping[str, bytes], how: str = "w") -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode=how) as archive:
        for name, content in files.items():
            archive.addfile(tar_info(name, len(content)), io.BytesIO(content))
    return stream.getvalue()


def tar_info(name: str, size: int = 0, kind: bytes = tarfile.REGTYPE) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.size, info.type, info.mtime = size, kind, 1_700_000_000
    return info


def taken(path: Path) -> dict[str, Submission]:
    """What comes of a class, by the students' names."""
    return {each.student.name: each for each in Intake(path, EXERCISES)}
