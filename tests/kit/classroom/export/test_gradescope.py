from grading.classroom.export import gradescope
from tests.kit.classroom.export.conftest import (
    HIDDEN,
    HOSTILE,
    SCHEMAS,
    SECRET,
    counter,
    graded,
    missing,
    not_judged,
    relay,
)

SCHEMA = SCHEMAS / "gradescope.json"


def test_the_total_is_that_of_the_tests(written):
    document, _ = written(gradescope, SCHEMA, graded("Jane", relay(), counter(3)))
    assert document["score"] == sum(test["score"] for test in document["tests"]) == 7
    assert sum(test["max_score"] for test in document["tests"]) == 10
    assert [test["number"] for test in document["tests"]] == ["1.1", "2.1", "2.2", "2.3"]
    assert document["execution_time"] == 0.75


def test_students_see_hidden_tests_only_when_grades_are_published_and_nothing_of_them(written, out):
    document, notes = written(gradescope, SCHEMA, graded("Jane", counter(5)))
    shown = [test["visibility"] for test in document["tests"]]
    assert shown == ["visible", "visible", "after_published"]
    text = out.read_text(encoding="utf-8")
    assert HIDDEN not in text and SECRET not in text
    assert notes == [f"A hidden test was not passed: 03_locks/counter, {HIDDEN} (model)."]


def test_a_fault_of_the_kit_is_not_called_the_students(written):
    document, _ = written(gradescope, SCHEMA, graded("Jane", not_judged()))
    assert "a fault of the kit, not of your code" in document["tests"][0]["output"]
    assert "a fault of the kit, not of your code" in document["output"]


def test_any_text_is_within_the_schema(written):
    jane = graded(HOSTILE, counter(0, HOSTILE), missing(), fault="x.zip is cut short.")
    document, _ = written(gradescope, SCHEMA, jane)
    assert document["tests"][0]["output"] == HOSTILE
    assert document["output"].startswith("x.zip is cut short.\n03_locks/counter: 0 of 6.")
