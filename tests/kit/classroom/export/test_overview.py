import pytest

from grading.classroom.export.overview import Overview
from grading.results import TestResult, exercise_result
from tests.kit.classroom.conftest import COUNTER, KIT, RELAY
from tests.kit.classroom.export.synthetic import (
    CLASS,
    EXERCISES,
    JOIN,
    graded,
    half,
    lost,
    right,
    unusable,
)


def overview(*classmates):
    made = Overview(EXERCISES)
    for each in classmates:
        made.add(each, f"{each.student.key}.html")
    return made


def test_columns_are_what_somebody_was_graded_in_by_topic_and_in_the_lists_order():
    topics = overview(graded("a", right(RELAY), right(JOIN)), graded("b", right(COUNTER))).topics
    assert [(topic, [each.id for each in columns]) for topic, columns in topics] == [
        ("01_threads", [JOIN]),
        ("03_locks", [COUNTER]),
        ("04_queues", [RELAY]),
    ]
    assert [topic for topic, _ in overview(graded("a", right(RELAY))).topics] == ["04_queues"]


def test_an_exercise_that_the_kit_lists_no_more_comes_last_under_its_id():
    ((_, _), (topic, (figures,))) = overview(graded("a", right("00_old/gone"), right(JOIN))).topics
    assert (topic, figures.title) == ("00_old", "00_old/gone")


def test_the_hardest_exercise_comes_first_with_its_figures():
    hardest, *_ = overview(*CLASS).hardest_first
    assert (hardest.id, hardest.mean) == (JOIN, 0.5)
    figures = {each.id: each for each in overview(*CLASS).hardest_first}
    counter = figures[COUNTER]
    assert (counter.full, counter.missing, counter.judged, counter.max_score) == (3, 1, 6, 4)
    assert counter.mean == pytest.approx(14 / 24)


@pytest.mark.parametrize(
    ("got", "level"), [(0, 0), (1, 1), (9, 1), (10, 2), (14, 2), (15, 3), (19, 3), (20, 4)]
)
def test_the_colour_says_which_part_of_the_points_was_got(got, level):
    tests = [TestResult(f"test_{n}", "model", "passed", 1) for n in range(got)]
    tests += [lost(f"test_{n}") for n in range(got, 20)]
    made = overview(graded("a", exercise_result(JOIN, tuple(tests))))
    assert made.rows[0].cells[JOIN].level == f"level{level}"


def test_conditions_are_told_once_however_many_students_have_them():
    assert list(overview(*CLASS).conditions) == [KIT]


def test_no_message_of_a_student_is_kept():
    made = overview(graded("a", half(JOIN, "a long timeline " * 1000)))
    assert "a long timeline" not in repr(made)


def test_a_fault_of_the_kit_names_the_tests_that_met_it():
    crash = TestResult("test_b", "live", "grader_error", 1, "lost its way")
    mixed = exercise_result(JOIN, (lost("test_a"), crash))
    (fault,) = overview(graded("a", mixed)).kit_faults
    assert (fault.exercise, fault.sentence) == (JOIN, "test_b (live).")
    nothing_ran = exercise_result(JOIN, ())
    (fault,) = overview(graded("a", nothing_ran)).kit_faults
    assert fault.sentence == nothing_ran.message


def test_everything_that_could_not_be_read_is_one_fault():
    unread = graded("a", unusable(JOIN, "invalid", "cut short"), fault="cut short")
    assert [each.exercise for each in overview(unread).unreadable] == [""]
