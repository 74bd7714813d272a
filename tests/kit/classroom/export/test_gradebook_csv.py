import csv
import io

from grading.classroom.export import gradebook_csv
from tests.kit.classroom.conftest import COUNTER, RELAY
from tests.kit.classroom.export.conftest import counter, graded, not_judged, options, relay


def records(out, *grades):
    gradebook_csv.export(iter(grades), options(out=out))
    return list(csv.DictReader(io.StringIO(out.read_bytes().decode("utf-8-sig"), newline="")))


def test_there_is_a_row_for_each_student_and_a_column_for_each_exercise_in_their_order(out):
    jane = graded("Jane", counter(6), relay(0), key="17", platform="canvas")
    only_counter = graded("Ann", counter(3))
    first, second = records(out, only_counter, jane)
    assert list(second) == [
        *("name", "key", "platform", "handed_in", "graded_at", "status", "total", "max"),
        *(RELAY, COUNTER, "hidden_total", "hidden_max", "fault"),
    ]
    assert (second["key"], second["total"], second["max"]) == ("17", "6", "10")
    assert (second[RELAY], second[COUNTER]) == ("0", "6")
    assert (first["total"], first["max"], first[RELAY]) == ("3", "10", "")


def test_points_of_hidden_tests_are_told_apart(out):
    (record,) = records(out, graded("Jane", counter(4)))
    assert (record["hidden_total"], record["hidden_max"], record["total"]) == ("1", "1", "4")


def test_the_status_tells_zero_points_from_what_was_not_read_or_judged(out):
    rows = records(
        out,
        graded("a", relay(0)),
        graded("b", relay(0), fault="b.zip is cut short."),
        graded("c", not_judged()),
        graded("d"),
    )
    assert [(row["status"], row["total"]) for row in rows] == [
        ("graded", "0"),
        ("unreadable", "0"),
        ("fault of the kit", "0"),
        ("not graded", ""),
    ]
    assert rows[1]["fault"] == "b.zip is cut short."


def test_no_name_is_a_formula(out):
    (record,) = records(out, graded('=HYPERLINK("http://x"),"', relay(), key="@x", fault="-1+1"))
    assert record["name"] == '\'=HYPERLINK("http://x"),"'
    assert (record["key"], record["fault"]) == ("'@x", "'-1+1")
