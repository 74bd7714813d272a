"""A CSV for Moodle: the grading worksheet or list of participants that it gave out, filled; or one of our own.

Moodle's grade import gives up as a whole on an unknown user or a grade above the maximum, and maps one column to its
users: by id, idnumber, e-mail or username. The number in a submission's folder is none of them, but the worksheet
of the assignment has it as its Identifier.
"""

import csv
import html
import io
import re
from collections.abc import Iterable

from grading.classroom.export import escaping
from grading.classroom.export.base import IDENTITIES, CannotExport, Options, write
from grading.classroom.export.roster import Roster
from grading.classroom.export.sheet import Sheet
from grading.classroom.export.tally import Tally, maxima, tally
from grading.classroom.records import Graded
from grading.classroom.submissions import Student

_GRADE, _FEEDBACK, _MAXIMUM = "Grade", "Feedback comments", "Maximum Grade"
_PARTICIPANT = "participant"
_COLUMNS = {
    _PARTICIPANT: ("identifier",),
    "id": ("id", "user id"),
    "idnumber": ("idnumber", "id number"),
    "email": ("email", "email address", "e-mail address"),
    "username": ("username",),
    "name": ("full name",),
    "first": ("first name", "firstname"),
    "last": ("last name", "lastname", "surname"),
}


def export(grades: Iterable[Graded], options: Options) -> list[str]:
    """Writes the file. Raises CannotExport."""
    tallies = list(map(tally, grades))
    if options.into is None:
        text, notes = _of_our_own(tallies, options.identify)
        write(text, options.out)
        return notes
    sheet = Sheet(options.into)
    most = sum(maxima(tallies, options.exercises).values())
    roster = _roster(sheet, options.identify)
    rows, notes = roster.match(tallies, lambda student: _kinds(student, options.identify))
    _check_maximum(sheet, most)
    grade, feedback = (_column(sheet, name) for name in (_GRADE, _FEEDBACK))
    for row, each in rows.items():
        if each.score is not None:
            sheet.set(row, grade, str(each.score))
            sheet.set(row, feedback, _comment(each))
    write(str(sheet), options.out)
    return notes


def _of_our_own(tallies: Iterable[Tally], identify: str | None) -> tuple[str, list[str]]:
    """The text, and in sentences who is not in it."""
    if identify is None:
        raise CannotExport(
            "Moodle must know who is who: fill its grading worksheet (--into FILE), or say what the students' "
            "keys are (--identify username)."
        )
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow([identify, "name", "grade", "feedback"])
    notes = []
    for each in tallies:
        if each.student.platform == "moodle":
            raise CannotExport(
                f"{each.who} is known by the number of a participant, which no import takes: download the grading "
                "worksheet of the assignment and fill it (--into FILE)."
            )
        key = each.student.key
        if escaping.cell(key) != key:  # changed it would be nobody's, and Moodle would refuse all
            notes.append(f"{each.who} is left out: a spreadsheet would take the key for a formula.")
            continue
        score = "" if each.score is None else str(each.score)
        writer.writerow([key, escaping.cell(each.student.name), score, _comment(each)])
    return buffer.getvalue(), notes


def _comment(tally: Tally) -> str:
    """The points of each exercise in one line. Moodle takes it for HTML."""
    parts = [f"{name}: {each.score} of {each.max_score}" for name, each in tally.points.items()]
    said = [escaping.cell(tally.fault)] if tally.fault else []
    return html.escape("; ".join([*said, *parts]), quote=False)


def _roster(sheet: Sheet, identify: str | None) -> Roster:
    places = _places(sheet)
    if not places or (identify and identify not in places):
        wanted = _COLUMNS[identify] if identify else [names[0] for names in _COLUMNS.values()]
        raise CannotExport(
            f"{sheet.file} does not say who is who: it should have a column {' or '.join(wanted)}."
        )
    roster = Roster(sheet)
    for row in range(1, len(sheet)):
        values = {kind: sheet.value(row, place) for kind, place in places.items()}
        number = re.search(r"[0-9]+$", values.get(_PARTICIPANT, ""))  # "Participant 123"
        values[_PARTICIPANT] = number[0] if number else ""
        name = values.get("name") or f"{values.get('first', '')} {values.get('last', '')}".strip()
        if any(values.values()):
            roster.add(row, str(row), name or f"row {row + 1}", values.items())
    return roster


def _places(sheet: Sheet) -> dict[str, int]:
    header = [name.strip().casefold() for name in sheet.header]
    return {
        kind: header.index(name)
        for kind, names in _COLUMNS.items()
        for name in names
        if name in header
    }


def _kinds(student: Student, identify: str | None) -> tuple[str, ...]:
    """What a key may be: one from Moodle is the number of a participant, one from Canvas means nothing to Moodle."""
    others = (identify,) if identify else (*IDENTITIES, "name")
    return {"moodle": (_PARTICIPANT, "name"), "canvas": ("name",)}.get(student.platform, others)


def _check_maximum(sheet: Sheet, points: int) -> None:
    if _MAXIMUM not in sheet.header:
        return
    column = sheet.header.index(_MAXIMUM)
    for row in range(1, len(sheet)):
        maximum = sheet.value(row, column).strip().replace(",", ".")
        if re.fullmatch(r"[0-9]+(\.[0-9]+)?", maximum) and float(maximum) < points:
            raise CannotExport(
                f"The assignment has at most {maximum} points in Moodle, and the exercises have {points}: "
                f"set its maximum to {points} there, and download the worksheet again."
            )


def _column(sheet: Sheet, name: str) -> int:
    return sheet.header.index(name) if name in sheet.header else sheet.add_column(name)
