"""What the formats share: what was asked, one student of a class, and writing whole files."""

import hashlib
import os
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import click

from grading.classroom.records import Graded
from grading.classroom.submissions import Student
from grading.index import Exercise
from grading.results import write_whole

_LENGTH = 40  # characters of a name in a file's name: in UTF-8 less than the 255 bytes that file systems take
IDENTITIES = ("idnumber", "email", "username", "id")


class CannotExport(Exception):
    """What was asked for cannot be written; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked: where to write (standard output if nowhere), and how."""

    out: Path | None = None
    into: Path | None = None  # the platform's own list of students
    assignment: str = "Threadlings"  # the title of the assignment's column
    per_exercise: bool = False  # a column for each exercise, not one for all
    identify: str | None = None  # one of IDENTITIES: what the students' keys are
    exercises: tuple[Exercise, ...] = ()
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)


def the_one(grades: Iterable[Graded], name: str) -> Graded:
    """The only student there is, for a format that describes one. Raises CannotExport."""
    first, *others = grades
    if others:
        raise CannotExport(
            f"{name} describes one student, and there are {len(others) + 1}: name one with --student KEY."
        )
    return first


def folder(out: Path | None, name: str) -> Path:
    """The folder for a format with a file for each student, made if need be. Raises CannotExport."""
    if out is None:
        raise CannotExport(f"The format {name} makes a file for each student: --out FOLDER.")
    try:
        out.mkdir(exist_ok=True)
    except OSError as error:
        raise CannotExport(f"{out} cannot be a folder: {error.strerror}.") from error
    return out


def file_name(student: Student, ending: str) -> str:
    """A name that any file system takes, the same every time, and of no other student."""
    key = hashlib.sha256(f"{student.platform}\n{student.key}".encode("utf-8", "replace"))
    kept = [
        char if unicodedata.category(char)[0] in "LMN" else " "
        for char in unicodedata.normalize("NFC", student.name)
    ]
    name = "-".join("".join(kept)[:_LENGTH].split())
    return f"{name or 'student'}-{key.hexdigest()[:10]}{ending}"


def write(content: str, out: Path | None) -> None:
    """Replaces the file whole or not at all, or prints. Raises CannotExport."""
    write_all([content], out)


def write_all(contents: Iterable[str], out: Path | None) -> None:
    """As `write`, for what need not be in memory as a whole."""
    chunks = map(encoded, contents)
    if out is None:
        for chunk in chunks:
            click.echo(chunk, nl=False)
        return
    if out.is_dir():
        raise CannotExport(f"{out} is a folder: name a file in it with --out.")
    try:
        write_whole(out, chunks)
    except OSError as error:
        reason = f"{out} cannot be written: {error.strerror}."
        raise CannotExport(f"{reason} Name another place with --out.") from error


def append(content: str, file: Path) -> None:
    """Adds to a file of GitHub's runner, where others may have written too. Raises CannotExport."""
    try:
        with file.open("ab") as stream:
            stream.write(encoded(content))
    except OSError as error:
        reason = f"{file} cannot be written: {error.strerror}."
        raise CannotExport(f"{reason} Name another place with --out.") from error


def encoded(text: str) -> bytes:
    """The text as UTF-8; what is no character (half a surrogate pair) becomes a question mark."""
    return text.encode("utf-8", "replace")


def zulu(time: str) -> str:
    """An ISO 8601 time as YYYY-MM-DDTHH:MM:SSZ; now, if it is not known."""
    moment = datetime.fromisoformat(time) if time else datetime.now(UTC)
    moment = moment.replace(tzinfo=moment.tzinfo or UTC)  # what names no zone is UTC as well
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
