from dataclasses import replace

import pytest

from grading.index import Exercise
from grading.observations import Outcome, Outcomes
from grading.observe.quiz import code_of_interest, predictions, question, reveal

TWO = Outcome("value", "n", "2", False, 16, "13.2", ("A reads n = 0", "B reads n = 0"))
FOUR = Outcome("value", "n", "4", True, 4, "default", ())
LIST = Outcome("value", "n", "[1, 'a b']", True, 1, "default", ())
STUCK = Outcome("deadlock", "", "", False, 3, "5.1", ())
ERROR = Outcome("error", "", "IndexError", False, 3, "5.1", ())
BOTH = Outcomes("n", (TWO, FOUR), 0, 20, True)


def line_of(text, value):
    return next(line for line in text.splitlines() if line.split()[:1] == [value])


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("2 3 4", ["2", "3", "4"]),
        (" 2,3 ; 4 ", ["2", "3", "4"]),
        ("[1, 2] (3, [4]) {5: 6}", ["[1, 2]", "(3, [4])", "{5: 6}"]),
        ("'a b' \"c, d\" 'it''s'", ["'a b'", '"c, d"', "'it''s'"]),
        ("'(' 2", ["'('", "2"]),
        ("3 deadlock 3", ["3", "deadlock"]),
        ("[1, 2", ["[1, 2"]),
        ("", []),
    ],
)
def test_a_line_is_read_as_values(line, values):
    assert predictions(line) == values


def test_what_was_predicted_missed_and_impossible_is_told_apart():
    text = reveal(BOTH, ["2", "3"])
    assert "16 of 20  you said so" in line_of(text, "2")
    assert "4 of 20  you missed it" in line_of(text, "4")
    assert "it cannot come out" in line_of(text, "3")


def test_where_not_all_was_executed_nothing_is_called_impossible():
    text = reveal(replace(BOTH, complete=False), ["3"])
    assert "did not come out so far" in line_of(text, "3")
    assert "there may be more" in text
    assert "That is all" not in text


def test_who_predicts_nothing_misses_nothing():
    text = reveal(BOTH, None)
    assert "you" not in text
    assert "A reads n = 0; B reads n = 0" in text
    assert "13.2" in line_of(text, "2")


@pytest.mark.parametrize(
    ("outcome", "prediction"),
    [
        (LIST, '[1,"a b"]'),
        (LIST, "[1, 'a b']"),
        (STUCK, "deadlock"),
        (STUCK, "Deadlock"),
        (ERROR, "error"),
        (ERROR, "IndexError"),
        (replace(STUCK, kind="left running"), "running"),
    ],
)
def test_an_outcome_is_predicted_by_any_way_of_writing_it(outcome, prediction):
    assert "you said so" in reveal(replace(BOTH, found=(outcome,)), [prediction])


@pytest.mark.parametrize("prediction", ["2.5", "True", "'2'", "deadlock", "error", "nine"])
def test_nothing_else_predicts_a_value(prediction):
    assert "you missed it" in line_of(reveal(BOTH, [prediction]), "2")


def test_one_right_result_whoever_goes_first_is_praised_and_a_wrong_one_is_not():
    assert "left to chance" in reveal(Outcomes("n", (FOUR,), 0, 4, True), None)
    wrong = reveal(Outcomes("n", (TWO,), 0, 16, True), None)
    assert "wrong, but not because of the order" in wrong
    assert "left to chance" not in wrong


def test_a_test_of_one_thread_is_said_to_have_nothing_to_choose():
    assert "no two threads" in reveal(Outcomes("n", (FOUR,), 0, 1, True), None)


def test_outcomes_without_room_are_counted():
    assert "and 7 more" in reveal(replace(BOTH, left_out=7), None)


def test_what_comes_out_before_the_question_is_said_to_be_no_answer():
    earlier = Outcome("earlier", "len(n)", "1", False, 3, "5.1", ())
    assert "len(n): 1, and no further" in reveal(replace(BOTH, found=(earlier,)), ["1"])
    assert "it cannot come out" in reveal(replace(BOTH, found=(earlier,)), ["1"])


def test_it_keeps_to_80_columns_whatever_happens():
    long = Outcome(
        "value", "n", "2", False, 1_000, "1234.12", tuple(f"A reads n = {i}" for i in range(50))
    )
    far = replace(long, token="-".join(f"123{i}.2" for i in range(9)))
    wide = replace(long, value=f"[{', '.join('12345' for _ in range(40))}]")
    text = reveal(Outcomes("n", (long, wide, far), 0, 2_000, False), ["2"])
    assert max(map(len, text.splitlines())) <= 80
    assert max(map(len, question(Outcomes("a " * 90, (), 0, 1, True)).splitlines())) <= 80


def test_the_code_that_is_shown_is_what_the_exercise_defines(tmp_path):
    exercise = Exercise("03_locks/x", "", 1, ("bump(times)", "Lazy(factory)"), ())
    file = tmp_path / "x.py"
    file.write_text(
        "n = 0\n\ndef bump(times):\n    pass\n\ndef other(): pass\n\nclass Lazy: pass\n"
    )
    assert code_of_interest(exercise, file) == "def bump(times):\n    pass\n\nclass Lazy: pass"
    file.write_text("def bump(:\n")
    assert code_of_interest(exercise, file) == ""
