import pytest
from markdown_it import MarkdownIt

from grading.classroom.export.feedback import details, overview
from tests.kit.classroom.export.conftest import (
    EXERCISES,
    HIDDEN,
    HOSTILE,
    SECRET,
    counter,
    graded,
    missing,
    not_judged,
    relay,
)


def feedback(jane, title="Feedback for Jane"):
    return "".join([overview(jane, title), *details(jane, EXERCISES)])


def test_points_and_states_are_in_a_table_and_only_what_is_not_passed_has_a_section():
    text = feedback(graded("Jane", relay(), counter(3)))
    assert "**7 of 10 points**" in text
    assert "| 04\\_queues\\/relay | 4/4 | done |" in text
    assert "## 03\\_locks\\/counter\\: Count\n" in text
    assert text.count("## ") == 2  # the exercise, and the test in the live world
    assert "```text\ngot 1\n```" in text


def test_hidden_tests_count_and_are_nameless():
    text = feedback(graded("Jane", counter(5)))
    assert "5/6" in text and "FAILED  hidden test 1 (model)" in text
    assert HIDDEN not in text and SECRET not in text


def test_what_was_not_run_with_real_threads_is_not_said_again():
    text = feedback(graded("Jane", counter(0, "the model says")))
    assert text.count("the model says") == 1


def test_a_file_that_was_not_judged_has_its_reason_once():
    text = feedback(graded("Jane", missing()))
    assert text.count("is missing: the solution must be in this file.") == 1


def test_a_fault_of_the_kit_is_called_so():
    assert "a fault of the kit, not of your code" in feedback(graded("Jane", not_judged()))


def test_nothing_graded_is_said():
    text = feedback(graded("Jane", fault="jane.zip is cut short."))
    assert "jane\\.zip is cut short\\." in text and "Nothing was graded." in text


@pytest.mark.parametrize("points", [0, 3])
def test_neither_a_name_nor_a_message_can_add_markup(points):
    hostile = graded("x", counter(points, HOSTILE), not_judged(HOSTILE), fault=HOSTILE)
    harmless = graded("x", counter(points), not_judged("kit"), fault="cut short")
    parser = MarkdownIt("gfm-like", {"linkify": False})
    tokens = [
        [token.type for token in parser.parse(feedback(jane, title))]
        for jane, title in ((hostile, HOSTILE), (harmless, "x"))
    ]
    assert tokens[0] == tokens[1]
