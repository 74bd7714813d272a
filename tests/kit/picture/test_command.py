"""Judges in a child where a solution is looked at; elsewhere a document that is made up is shown."""

import shutil
from pathlib import Path

import pytest

from grading import commands
from grading.index import ROOT, find, load
from grading.observe import Observation
from grading.picture import command
from grading.results import ExerciseResult, TestResult, exercise_result
from tests.kit.pages import Page
from tests.kit.picture import documents

COUNTER = find(load(), "03_locks/counter")
LOST = "test_no_increment_is_lost_between_two_threads"


@pytest.fixture
def drawn(monkeypatch, tmp_path):
    """What was asked to be observed; a race is seen, whatever it is, and pictures are kept in a folder of the test."""
    asked = []

    def observe(exercise, test, folder, **_):
        asked.append((exercise.id, test, folder))
        passed = TestResult("test_a", "model", "passed", 4, "")
        return Observation(exercise_result(exercise.id, (passed,)), documents.race(), None)

    monkeypatch.setattr(command, "observe", observe)
    monkeypatch.setattr(command, "PICTURES", tmp_path / "build" / "pictures")
    return asked


def sees(monkeypatch, result: ExerciseResult) -> None:
    monkeypatch.setattr(command, "observe", lambda *_, **__: Observation(result, None, None))


def test_a_picture_is_written_and_how_to_open_it_is_said(drawn, tmp_path, capsys):
    assert commands.run(["picture", "counter"]) == 0
    file = tmp_path / "build" / "pictures" / "03_locks-counter.html"
    assert Page(file).texts("h1") == ["03_locks/counter"]
    out = capsys.readouterr().out
    assert f"    {file}\n" in out and file.as_uri() in out
    assert drawn == [("03_locks/counter", None, Path("exercises"))]


def test_a_test_is_named_by_a_part_of_its_name_and_the_file_by_an_option(drawn, tmp_path):
    out = tmp_path / "mine.html"
    assert commands.run(["picture", "counter", "between_two", "--out", str(out)]) == 0
    assert out.is_file() and not (tmp_path / "build").exists()
    assert [test for _, test, _ in drawn] == [LOST]


def test_a_submission_is_found_however_its_folder_is_arranged(tmp_path):
    (tmp_path / "handed in").mkdir()
    shutil.copyfile(ROOT / COUNTER.reference, tmp_path / "handed in" / "counter.py")
    out = tmp_path / "picture.html"
    arguments = ["picture", "counter", "--submission", str(tmp_path / "handed in")]
    assert commands.run([*arguments, "--out", str(out)]) == 0
    page = Page(out)
    assert f"passed {LOST}" in page.texts("p")
    assert "with counter_lock:" in page.texts("code")


def test_the_browser_is_opened_if_asked(drawn, monkeypatch, tmp_path, capsys):
    opened = []
    monkeypatch.setattr(command.webbrowser, "open", opened.append)
    assert commands.run(["picture", "counter", "--open"]) == 0
    assert opened == [(tmp_path / "build" / "pictures" / "03_locks-counter.html").as_uri()]
    assert "No browser could be opened" in capsys.readouterr().err


def test_of_a_file_that_cannot_be_run_there_is_nothing_to_draw(drawn, monkeypatch, capsys):
    sees(monkeypatch, ExerciseResult(COUNTER.id, "invalid", "counter.py is empty.", ()))
    assert commands.run(["picture", "counter"]) == 1
    out = capsys.readouterr().out
    assert "nothing to draw" in out and "counter.py is empty." in out
    assert out.endswith("-m nox -s picture -- 03_locks/counter\n")


def test_a_fault_of_the_kit_is_3(drawn, monkeypatch, capsys):
    fault = TestResult("test_a", "model", "grader_error", 4, "oops")
    sees(monkeypatch, exercise_result(COUNTER.id, (fault,)))
    assert commands.run(["picture", "counter"]) == 3
    assert "This is a fault of the kit" in capsys.readouterr().out


@pytest.mark.parametrize(("status", "message"), [("passed", ""), ("failed", "it never ends")])
def test_a_deadline_that_came_first_is_said_and_what_to_do(
    drawn, monkeypatch, capsys, status, message
):
    test = TestResult("test_a", "model", status, 4, message)
    sees(monkeypatch, exercise_result(COUNTER.id, (test,)))
    assert commands.run(["picture", "counter", "--deadline", "30"]) == 1
    out = capsys.readouterr().out
    assert "within 30 seconds. Try --deadline 60" in out and message in out


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["conter"],
        ["counter", "no_such_test"],
        ["counter", "test"],
        ["cpu_bound"],
        ["counter", "--out", "no/such/folder/picture.html"],
        ["counter", "--out", "."],
        ["counter", "--submission", "no/such/folder"],
    ],
)
def test_wrong_usage_is_2_with_a_sentence_and_judges_nothing(drawn, capsys, arguments):
    assert commands.run(["picture", *arguments]) == 2
    assert "Error: " in capsys.readouterr().err
    assert drawn == []


def test_a_place_that_cannot_be_written_is_said(drawn, monkeypatch, tmp_path, capsys):
    (tmp_path / "build").write_text("a file")
    assert commands.run(["picture", "counter"]) == 1
    assert "Name another place for the picture." in capsys.readouterr().err
