import json

import pytest

from grading import commands
from grading.classroom import export_command
from grading.classroom.export import FORMATS
from grading.classroom.gradebook import Gradebook
from grading.index import Exercise
from grading.results import SubmissionResult, TestResult, exercise_result, write_json
from tests.kit.classroom.conftest import COUNTER, handed_in, verdict_of


@pytest.fixture(autouse=True)
def project(tmp_path, monkeypatch):
    """A working folder with a gradebook of two students, 3 and 1 of 3 points, and a result of 1 of 2."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(export_command, "load", lambda: (Exercise(COUNTER, "Count", 3, (), ()),))
    with Gradebook(tmp_path / "gradebook.sqlite") as gradebook:
        run = gradebook.begin_run("class")
        for place, (name, content) in enumerate((("ann", b"right"), ("jane", b"wrong"))):
            submission = handed_in(name, content)
            gradebook.enter(submission, [verdict_of(COUNTER, content)], run, place)
    tests = (
        TestResult("test_a", "model", "passed", 1),
        TestResult("test_b", "model", "grader_error", 1, "oops"),
    )
    write_json(
        SubmissionResult("exercises", (exercise_result(COUNTER, tests),)), tmp_path / "r.json"
    )
    return tmp_path


def export(*arguments: str) -> int:
    return commands.run(["export", "--format", *arguments])


def test_all_students_of_the_gradebook_are_exported(capsys):
    assert export("csv") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(",")[0] for line in lines] == ["\ufeffname", "Ann", "Jane"]


def test_one_student_is_named_by_the_key(capsys):
    assert export("json", "--student", "jane") == 0
    document = json.loads(capsys.readouterr().out)
    assert [each["key"] for each in document["students"]] == ["jane"]


def test_a_result_needs_no_gradebook(project, capsys):
    (project / "gradebook.sqlite").unlink()
    assert export("gradescope", "--result", "r.json") == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["score"] == 1
    assert printed.err == (
        f"- exercises (exercises): the kit could not judge {COUNTER}, so points are missing "
        "through no fault of the student.\n"
    )


def test_a_file_that_is_there_is_replaced_whole_or_not_at_all(project, monkeypatch):
    (project / "out.csv").write_text("old")
    assert export("junit", "--out", "out.csv") == 2  # two students
    assert (project / "out.csv").read_text() == "old"
    assert export("csv", "--out", "out.csv") == 0
    assert (project / "out.csv").read_text(encoding="utf-8-sig").startswith("name,")
    assert not list(project.glob("*.part"))


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--student", "ann"], 0),
        (["--student", "ann", "--min-score", "3"], 0),
        (["--student", "ann", "--min-score", "100%"], 0),
        (["--student", "jane", "--min-score", "33.3%"], 0),
        (["--student", "jane", "--min-score", "33.4%"], 1),
        (["--student", "jane", "--min-score", "2"], 1),
        (["--min-score", "2"], 1),
    ],
)
def test_a_low_score_fails_only_where_it_is_asked(project, arguments, code):
    assert export("csv", "--out", "x.csv", *arguments) == code
    assert (project / "x.csv").exists()


def test_who_is_below_is_named(capsys):
    export("csv", "--min-score", "2")
    assert (
        capsys.readouterr().err == "- Jane (jane): 1 of 3 points, less than the --min-score of 2.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Missing option '--format'"),
        (["--format", "excel"], "'excel' is not one of"),
        (["--format", "csv", "--gradebook", "none.sqlite"], "There is no gradebook none.sqlite"),
        (["--format", "csv", "--gradebook", "r.json"], "r.json cannot be used as a gradebook"),
        (["--format", "csv", "--student", "max"], "gradebook.sqlite has no student 'max'"),
        (["--format", "csv", "--result", "none.json"], "none.json cannot be read: No such file"),
        (["--format", "csv", "--result", "gradebook.sqlite"], "gradebook.sqlite is not a result"),
        (["--format", "csv", "--result", "list.json"], "Write one with `grade FOLDER --json"),
        (["--format", "csv", "--result", "r.json", "--student", "x"], "leave --student out"),
        (["--format", "csv", "--out", "no/such/x.csv"], "cannot be written: No such file"),
        (["--format", "csv", "--out", "."], ". is a folder: name a file in it"),
        (["--format", "csv", "--into", "x.csv"], "--into is for the format canvas and moodle"),
        (["--format", "moodle", "--per-exercise"], "--per-exercise is for the format canvas, not"),
        (["--format", "canvas"], "name it with --into"),
        (["--format", "canvas", "--into", "none.csv"], "none.csv cannot be read"),
        (["--format", "junit"], "describes one student, and there are 2"),
        (["--format", "csv", "--min-score", "much"], "write points, such as 12, or a share"),
        (["--format", "csv", "--min-score", "101%"], "write points, such as 12, or a share"),
    ],
)
def test_wrong_usage_is_2_with_one_sentence(project, capsys, arguments, sentence):
    (project / "list.json").write_text("[]")
    before = {file.name: file.read_bytes() for file in project.glob("*.json")}
    assert commands.run(["export", *arguments]) == 2
    error = capsys.readouterr().err
    assert sentence in error
    assert "Traceback" not in error
    assert {file.name: file.read_bytes() for file in project.glob("*.json")} == before


def test_no_name_of_a_student_can_forge_a_line_or_a_command_in_a_log(project, capsys):
    name = "::error::x\n::warning::\x1b[31m"
    with Gradebook(project / "gradebook.sqlite") as gradebook:
        gradebook.enter(
            handed_in(name, b""), [verdict_of(COUNTER, b"")], gradebook.begin_run(""), 0
        )
    assert export("csv", "--student", name, "--out", "x.csv", "--min-score", "2") == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("- ::Error::X ::Warning::\ufffd[31M (::error::x ")


def test_an_empty_gradebook_is_told(project, capsys):
    with Gradebook(project / "empty.sqlite"):
        pass
    assert export("csv", "--gradebook", "empty.sqlite") == 2
    assert "empty.sqlite is empty: grade the class first." in capsys.readouterr().err


def test_every_format_can_be_asked_for(capsys):
    assert commands.run(["export", "--help"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert all(name in said for name in FORMATS)
