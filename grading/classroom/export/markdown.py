"""Feedback for students: a folder with one Markdown file for each."""

import hashlib
import unicodedata
from collections.abc import Iterable

from grading.classroom.export import feedback
from grading.classroom.export.base import CannotExport, Options, write
from grading.classroom.records import Graded
from grading.classroom.submissions import Student

_LENGTH = 40  # characters of a name in a file's name: in UTF-8 less than the 255 bytes that file systems take


def export(grades: Iterable[Graded], options: Options) -> list[str]:
    """Writes a file for each student; other files in the folder stay. Raises CannotExport."""
    if options.out is None:
        raise CannotExport("The format markdown makes a file for each student: --out FOLDER.")
    try:
        options.out.mkdir(exist_ok=True)
    except OSError as error:
        raise CannotExport(f"{options.out} cannot be a folder: {error.strerror}.") from error
    for graded in grades:
        overview = feedback.overview(graded, f"Feedback for {graded.student.name}")
        text = "".join([overview, *feedback.details(graded, options.exercises)])
        write(text, options.out / file_name(graded.student, ".md"))
    return []


def file_name(student: Student, ending: str) -> str:
    """A name that any file system takes, the same every time, and of no other student."""
    key = hashlib.sha256(f"{student.platform}\n{student.key}".encode("utf-8", "replace"))
    kept = [
        char if unicodedata.category(char)[0] in "LMN" else " "
        for char in unicodedata.normalize("NFC", student.name)
    ]
    name = "-".join("".join(kept)[:_LENGTH].split())
    return f"{name or 'student'}-{key.hexdigest()[:10]}{ending}"
