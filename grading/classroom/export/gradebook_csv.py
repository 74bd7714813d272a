"""A table for instructors: a row for each student, a column for each exercise."""

import csv
import io
from collections.abc import Iterable

from grading.classroom.export import escaping
from grading.classroom.export.base import Options, write
from grading.classroom.export.tally import Tally, maxima, tally
from grading.classroom.records import Graded

_FIRST = ("name", "key", "platform", "handed_in", "graded_at", "status", "total", "max")
_LAST = ("hidden_total", "hidden_max", "fault")
_BOM = "\ufeff"  # without it Excel does not read UTF-8


def export(grades: Iterable[Graded], options: Options) -> list[str]:
    """Writes the file; what was not graded is empty. Raises CannotExport."""
    tallies = list(map(tally, grades))
    most = maxima(tallies, options.exercises)
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow([*_FIRST, *most, *_LAST])
    for each in tallies:
        writer.writerow(_row(each, most))
    write(_BOM + buffer.getvalue(), options.out)
    return []


def _row(each: Tally, most: dict[str, int]) -> list[str | int | None]:
    student = each.student
    names = [escaping.cell(text) for text in (student.name, student.key, student.platform)]
    points = each.points.values()
    return [
        *names,
        *(each.handed_in, each.graded_at, _status(each), each.score, sum(most.values())),
        *(each.points[name].score if name in each.points else None for name in most),
        sum(exercise.hidden_score for exercise in points),
        sum(exercise.hidden_max for exercise in points),
        escaping.cell(each.fault),
    ]


def _status(each: Tally) -> str:
    if each.fault:
        return "unreadable"
    if each.ours:
        return "fault of the kit"
    return "graded" if each.points else "not graded"
