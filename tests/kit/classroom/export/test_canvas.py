import csv
import io
from dataclasses import replace

import pytest

from grading.classroom.export import canvas
from grading.classroom.export.base import CannotExport
from tests.kit.classroom.export.conftest import counter, graded, options, relay

# As Canvas writes it: quotation marks where they are needed, two sections, a muted column, read-only columns.
HEADER = (
    "Student,ID,SIS User ID,SIS Login ID,Section,Essay (71),Threadlings (72),"
    "Current Score,Final Score"
)
FROM_CANVAS = (
    HEADER + "\r\n"
    ",,,,,Manual Posting,,,\r\n"
    "    Points Possible,,,,,10.00,10.00,(read only),(read only)\r\n"
    '"Doe, Jane",101,s-1,jane,Section A,9.00,,90.0,45.0\r\n'
    '"=Evil, +Ann",102,s-2,ann,"Section A and Section B","8,50",3.00,85.0,57.5\r\n'
    '"O\'Neil, Zoë ""Z""",103,s-3,zoe,Section B,EX,,,\r\n'
    '"Doe, John",104,s-4,john,Section B,,,,\r\n'
    '"Student, Test",105,,f00,Section A,,,,\r\n'
)
JANE = graded("Jane Doe", relay(4), counter(5), key="101", platform="canvas")
ANN = graded("+Ann =Evil", relay(0), counter(3), key="102", platform="canvas")


@pytest.fixture
def export(tmp_path, out):
    """Fills the file and gives its text and what was said."""

    def fill(*grades, content=FROM_CANVAS, **given):
        into = tmp_path / "canvas.csv"
        into.write_bytes(content.encode())
        notes = canvas.export(grades, options(into=into, out=out, **given))
        return out.read_bytes().decode(), notes

    return fill


def table(text):
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_the_file_comes_back_with_nothing_changed_but_our_column(export):
    text, _ = export(JANE, ANN)
    before, after = table(FROM_CANVAS), table(text)
    assert [row[6] for row in after] == ["Threadlings (72)", "", "10.00", "9", "3", "", "", ""]
    assert [row[:6] + row[7:] for row in after] == [row[:6] + row[7:] for row in before]
    changed = FROM_CANVAS.replace("9.00,,90.0", "9.00,9,90.0").replace(",3.00,8", ",3,8")
    assert text == changed


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_byte_order_mark_and_line_ends_stay(export, mark, end):
    content = mark + FROM_CANVAS.replace("\r\n", end)
    text, _ = export(graded("Nobody", key="101", platform="canvas"), content=content)
    assert text == content


def test_semicolons_stay(export):
    content = FROM_CANVAS.replace('"Section A and Section B","8,50"', "Section A;8,50")
    content = content.replace('"Doe, J', '"Doe; J').replace(",", ";").replace("8;50", "8,50")
    text, _ = export(JANE, content=content)
    assert text == content.replace("9.00;;90.0", "9.00;9;90.0")


def test_a_column_for_each_exercise_is_added_with_its_maximum(export):
    text, notes = export(JANE, ANN, per_exercise=True)
    before, after = table(FROM_CANVAS), table(text)
    assert [row[:9] for row in after] == before
    relays, counters = ([row[place] for row in after] for place in (9, 10))
    assert relays == ["Threadlings 04_queues/relay", "", "4", "4", "0", "", "", ""]
    assert counters == ["Threadlings 03_locks/counter", "", "6", "5", "3", "", "", ""]
    assert (
        "has no column 'Threadlings 04_queues/relay': Canvas will make an assignment." in notes[1]
    )


def test_a_column_for_each_exercise_is_found_again(export):
    content = FROM_CANVAS.replace("Essay (71)", "Threadlings 03_locks/counter (71)")
    text, _ = export(JANE, content=content, per_exercise=True)
    assert [row[5] for row in table(text)][3] == "5"
    assert table(text)[0][9:] == ["Threadlings 04_queues/relay"]


def test_an_assignment_is_named_with_or_without_its_number(export):
    for title in ("Essay", "Essay (71)"):
        text, _ = export(JANE, assignment=title)
        assert table(text)[3][5] == "9"


def test_two_columns_of_one_title_must_be_told_apart(export):
    content = FROM_CANVAS.replace("Essay (71)", "Threadlings (70)")
    with pytest.raises(CannotExport, match=r"'Threadlings \(70\)' and 'Threadlings \(72\)'"):
        export(JANE, content=content)
    text, _ = export(JANE, content=content, assignment="Threadlings (70)")
    assert table(text)[3][5] == "9"


def test_what_canvas_computes_is_not_overwritten(export):
    with pytest.raises(CannotExport, match="Canvas computes 'Current Score' itself"):
        export(JANE, assignment="Current Score")


def test_a_title_that_is_a_formula_is_refused(export):
    with pytest.raises(CannotExport, match="for a formula"):
        export(JANE, assignment="=1+1")


def test_another_maximum_in_canvas_is_told(export):
    assert not any("points for" in note for note in export(JANE)[1])
    _, notes = export(JANE, content=FROM_CANVAS.replace("10.00,10.00", "10.00,100"))
    (note,) = [note for note in notes if "points for" in note]
    assert note.startswith(
        "Canvas has 100 points for 'Threadlings (72)', and the exercises have 10"
    )


def test_who_is_in_one_of_the_two_but_not_in_the_other_is_told(export):
    stranger = graded("Max", relay(), key="999", platform="canvas")
    text, notes = export(JANE, stranger)
    assert text == export(JANE)[0]
    assert notes == [
        "Max (999) is not in canvas.csv: no grade was entered.",
        "canvas.csv has people of whom nothing was graded: "
        '=Evil, +Ann; Doe, John; O\'Neil, Zoë "Z"; Student, Test.',
    ]


@pytest.mark.parametrize(
    ("key", "name"),
    [("jane", "?"), ("s-1", "?"), ("JANE", "?"), ("folder 7", "Jane Doe"), ("x", "Doe, Jane")],
)
def test_students_of_other_platforms_are_known_by_login_sis_id_or_name(export, key, name):
    text, _ = export(graded(name, relay(), key=key))
    assert table(text)[3][6] == "4"


def test_an_id_of_canvas_is_nothing_else_and_a_name_does_not_stand_in_for_it(export):
    with pytest.raises(CannotExport, match="None of the gradebook's students is in"):
        export(graded("Jane Doe", relay(), key="jane", platform="canvas"))
    with pytest.raises(CannotExport, match="None of the gradebook's students"):
        export(graded("?", relay(), key="101"))


def test_nobody_gets_what_may_be_anothers(export):
    content = FROM_CANVAS.replace('"Doe, John"', '"Doe, Jane"')
    text, notes = export(JANE, graded("Jane Doe", relay(), key="folder"), content=content)
    assert table(text)[6][6] == ""
    assert "Jane Doe (folder) may be any of Doe, Jane; Doe, Jane in canvas.csv" in notes[0]
    text, notes = export(JANE, ANN, graded("?", relay(), key="jane"))
    assert table(text)[3][6] == "" and table(text)[4][6] == "3"
    assert "? (jane); Jane Doe (101) may all be Doe, Jane in canvas.csv" in notes[0]


def test_a_key_that_says_one_student_and_a_name_that_says_another_give_no_grade(export):
    text, notes = export(ANN, graded("Jane Doe", relay(), key="john"))
    assert table(text)[3][6] == table(text)[6][6] == ""
    assert notes[0].startswith("Jane Doe (john) may be any of Doe, Jane; Doe, John in canvas.csv")


def test_a_key_tells_two_of_one_name_apart(export):
    content = FROM_CANVAS.replace('"Doe, John"', '"Doe, Jane"')
    text, _ = export(graded("Jane Doe", relay(), key="john"), content=content)
    assert [table(text)[row][6] for row in (3, 6)] == ["", "4"]


def test_the_number_of_a_participant_in_moodle_is_no_id_of_the_school(export):
    content = FROM_CANVAS.replace("s-4", "17")
    jane = graded("Jane Doe", relay(), key="17", platform="moodle")
    text, _ = export(jane, content=content)
    assert [table(text)[row][6] for row in (3, 6)] == ["4", ""]


def test_who_has_a_row_in_each_of_two_sections_gets_the_grade_in_both(export):
    content = FROM_CANVAS + '"Doe, Jane",101,s-1,jane,Section B,9.00,,90.0,45.0\r\n'
    text, _ = export(JANE, content=content)
    assert [table(text)[row][6] for row in (3, 8)] == ["9", "9"]


def test_what_was_not_graded_stays_as_canvas_has_it(export):
    text, _ = export(JANE, replace(ANN, result=replace(ANN.result, exercises=())))
    assert table(text)[4][6] == "3.00"


def test_first_and_last_names_may_have_columns_of_their_own(export):
    content = "LastName,FirstName,ID,Section\nDoe,Jane,101,A\nDoe,John,104,A\n"
    text, _ = export(graded("John Doe", relay(), key="x"), content=content)
    assert text == (
        "LastName,FirstName,ID,Section,Threadlings\nDoe,Jane,101,A,\nDoe,John,104,A,4\n"
    )


@pytest.mark.parametrize(
    "content", ["a,b\n1,2\n", "Student,Name,Section\nx,y,z\n", "Student,ID\nx,1\n"]
)
def test_another_file_is_refused_in_a_sentence(export, out, content):
    with pytest.raises(CannotExport, match=r"canvas\.csv is not from Canvas: its first row"):
        export(JANE, content=content)
    assert not out.exists()


def test_the_file_to_fill_must_be_named():
    with pytest.raises(CannotExport, match="name it with --into"):
        canvas.export([JANE], options())
