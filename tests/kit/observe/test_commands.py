"""What the commands ask and print; what they observe is made up."""

import pytest

from grading import commands
from grading.index import ROOT
from grading.observations import Outcome, Outcomes
from grading.observe import Observation
from grading.observe import commands as observing
from grading.results import ExerciseResult

LOST = "test_no_increment_is_lost_between_two_threads"
TWO = Outcome("value", "n", "2", False, 16, "13.2", ())
OUTCOMES = Outcomes("n", (TWO,), 0, 16, True)


@pytest.fixture
def observed(monkeypatch):
    """What was asked to be observed."""
    asked = []

    def observe(exercise, test, folder, **rest):
        asked.append((exercise.id, test))
        result = ExerciseResult(exercise.id, "failed", "", ())
        return Observation(result, {"test": test or LOST}, OUTCOMES)

    monkeypatch.setattr(observing, "observe", observe)
    monkeypatch.chdir(ROOT)
    return asked


def test_quiz_asks_for_a_prediction_in_a_terminal_and_says_what_was_right(
    observed, monkeypatch, capsys
):
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.prompt", lambda *_, **__: "2 3")
    assert commands.run(["quiz", "counter"]) == 0
    out = capsys.readouterr().out
    assert LOST in out and "def bump(" in out and "Which values can `n` have?" in out
    assert "you said so" in out and "it cannot come out" in out
    assert f"check -- 03_locks/counter::{LOST} --schedule" in out


def test_quiz_without_a_terminal_tells_at_once(observed, capsys):
    assert commands.run(["quiz", "counter"]) == 0
    out = capsys.readouterr().out
    assert "you" not in out.partition("what comes out")[2]


def test_quiz_takes_a_prediction_as_an_option(observed, capsys):
    assert commands.run(["quiz", "counter", "--predict", "4"]) == 0
    assert "you missed it" in capsys.readouterr().out


def test_quiz_observes_the_test_that_has_the_name_in_its_own(observed):
    commands.run(["quiz", "counter", "between_two"])
    assert observed == [("03_locks/counter", LOST)]


def test_quiz_names_other_tests_where_one_has_nothing_to_predict(observed, monkeypatch, capsys):
    only = Outcomes("n", (TWO,), 0, 1, True)

    def observe(exercise, test, folder, **rest):
        return Observation(ExerciseResult(exercise.id, "failed", "", ()), {"test": LOST}, only)

    monkeypatch.setattr(observing, "observe", observe)
    commands.run(["quiz", "counter"])
    others = capsys.readouterr().out.partition("Another test")[2].partition("replay")[0]
    assert "test_no_increment_is_lost_among_three_threads" in others
    assert LOST not in others


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["quiz", "conter"], "Did you mean 03_locks/counter?"),
        (
            ["quiz", "counter", "test_no_increments_is_lost"],
            "no test with 'test_no_increments_is_lost'",
        ),
        (["quiz", "counter", "test"], "is in the names of"),
    ],
)
def test_wrong_names_are_answered_with_the_nearest(observed, capsys, arguments, words):
    assert commands.run(arguments) == 2
    assert words in capsys.readouterr().err
    assert observed == []


@pytest.mark.parametrize(("status", "code"), [("missing", 1), ("invalid", 1), ("grader_error", 3)])
def test_quiz_on_what_cannot_be_run_says_why(observed, monkeypatch, capsys, status, code):
    def observe(exercise, test, folder, **rest):
        return Observation(ExerciseResult(exercise.id, status, "It is so.", ()), None, None)

    monkeypatch.setattr(observing, "observe", observe)
    assert commands.run(["quiz", "counter"]) == code
    assert "There is nothing to predict" in capsys.readouterr().out
