"""Feedback for students: a folder with one Markdown file for each."""

from collections.abc import Iterable

from grading.classroom.export import feedback
from grading.classroom.export.base import Options, file_name, folder, write
from grading.classroom.records import Graded


def export(grades: Iterable[Graded], options: Options) -> list[str]:
    """Writes a file for each student; other files in the folder stay. Raises CannotExport."""
    out = folder(options.out, "markdown")
    for graded in grades:
        overview = feedback.overview(graded, f"Feedback for {graded.student.name}")
        text = "".join([overview, *feedback.details(graded, options.exercises)])
        write(text, out / file_name(graded.student, ".md"))
    return []
