"""Fills the CSV that Canvas exported (Grades, Export), to be imported there again.

Columns as Canvas' own importer reads them (`lib/gradebook_importer.rb`): first what tells who the student is, of which
the last is the section, then the assignments, each called "Title (id)".
"""

import re
from collections.abc import Iterable, Iterator

from grading.classroom.export import escaping
from grading.classroom.export.base import CannotExport, Options, write
from grading.classroom.export.roster import Roster
from grading.classroom.export.sheet import Sheet
from grading.classroom.export.tally import maxima, tally
from grading.classroom.records import Graded
from grading.classroom.submissions import Student

_ID = "ID"
_OTHERS = ("SIS Login ID", "SIS User ID", "Integration ID")
_MAXIMA = "Points Possible"
_POSTING = re.compile(r"\s*(Muted|Manual Posting.*)?\s*", re.IGNORECASE)


def export(grades: Iterable[Graded], options: Options) -> list[str]:
    """Writes the file with a column for all exercises, or for each. Raises CannotExport."""
    if options.into is None:
        raise CannotExport(
            "The format canvas fills a file of Canvas' own: export it there (Grades, Export) and name it with --into."
        )
    sheet = Sheet(options.into)
    roster = _roster(sheet)
    tallies = list(map(tally, grades))
    rows, notes = roster.match(tallies, _kinds)
    for title, exercises in _titles(maxima(tallies, options.exercises), options):
        column = _find(sheet, title)
        if column is None:
            column = _new(sheet, title, sum(exercises.values()))
            notes.append(
                f"{sheet.file.name} has no column {title!r}: Canvas will make an assignment."
            )
        elif (note := _doubt(sheet, column, sum(exercises.values()))) is not None:
            notes.append(note)
        for row, each in rows.items():
            points = [each.points[name].score for name in exercises if name in each.points]
            if points:
                sheet.set(row, column, str(sum(points)))
    write(str(sheet), options.out)
    return notes


def _roster(sheet: Sheet) -> Roster:
    header = sheet.header
    whole = "Student" in header[0] and header[1:2] == [_ID]
    if not (whole or header[:3] == ["LastName", "FirstName", _ID]) or "Section" not in header:
        raise CannotExport(
            f"{sheet.file} is not from Canvas: its first row should begin with Student, ID and have a Section."
        )
    roster = Roster(sheet)
    for row in range(1, len(sheet)):
        cells = [sheet.value(row, column) for column in range(len(header))]
        if _MAXIMA in cells[0] or all(map(_POSTING.fullmatch, cells)):
            continue
        record = dict(zip(header, cells, strict=True))
        name = cells[0] if whole else f"{cells[1]} {cells[0]}"
        identity = record[_ID] or f"row {row + 1}"  # who is in two sections may have two rows
        roster.add(row, identity, name, [(kind, record.get(kind, "")) for kind in (_ID, *_OTHERS)])
    return roster


def _kinds(student: Student) -> tuple[str, ...]:
    """What a key may be: one from Canvas is its own id and nothing else, one from Moodle means nothing to Canvas."""
    return {"canvas": (_ID,), "moodle": ("name",)}.get(student.platform, (*_OTHERS, "name"))


def _titles(most: dict[str, int], options: Options) -> Iterator[tuple[str, dict[str, int]]]:
    """The columns: their titles, and the exercises that they sum up."""
    if not options.per_exercise:
        yield options.assignment, most
        return
    for name, points in most.items():
        yield f"{options.assignment} {name}", {name: points}


def _find(sheet: Sheet, title: str) -> int | None:
    named = re.compile(rf"{re.escape(title)}( \([0-9]+\))?")
    found = [place for place, name in enumerate(sheet.header) if named.fullmatch(name.strip())]
    if len(found) > 1:
        names = " and ".join(repr(sheet.header[place]) for place in found)
        raise CannotExport(
            f"{sheet.file} has the columns {names}: name one of them whole with --assignment."
        )
    return found[0] if found else None


def _new(sheet: Sheet, title: str, points: int) -> int:
    if escaping.cell(title) != title:
        raise CannotExport(
            f"A spreadsheet would take {title!r} for a formula: give another --assignment."
        )
    column = sheet.add_column(title)
    for row in _rows_of_maxima(sheet):
        sheet.set(row, column, str(points))
    return column


def _doubt(sheet: Sheet, column: int, points: int) -> str | None:
    """What is odd about the maximum that Canvas has for a column; raises CannotExport if it cannot be filled."""
    title = sheet.header[column]
    for row in _rows_of_maxima(sheet):
        maximum = sheet.value(row, column).strip()
        if "read only" in maximum:
            raise CannotExport(f"Canvas computes {title!r} itself: name another --assignment.")
        try:
            same = float(maximum.replace(",", ".")) == points
        except ValueError:
            same = False
        if not same:
            return f"Canvas has {maximum or 'no'} points for {title!r}, and the exercises have {points}: mend it there."
    return None


def _rows_of_maxima(sheet: Sheet) -> list[int]:
    return [row for row in range(1, len(sheet)) if _MAXIMA in sheet.value(row, 0)]
