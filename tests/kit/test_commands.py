import json
import re
from pathlib import Path

import pytest

from grading import commands
from grading.index import Exercise, IndexFault
from grading.learning.road import is_done
from grading.learning.state import Memory
from grading.results import ExerciseResult, TestResult, exercise_result

IDS = ("01_threads/start", "03_locks/counter", "04_queues/relay")
EXERCISES = tuple(Exercise(id, id.title(), 4, (), ()) for id in IDS)


@pytest.fixture
def judged(monkeypatch) -> list[tuple[str, Path]]:
    """Three exercises, of which the first is passed; what was asked to be judged."""
    asked = []

    def judge(exercise: Exercise, folder: Path, **_: object) -> ExerciseResult:
        asked.append((exercise.id, folder))
        status = "passed" if exercise is EXERCISES[0] else "failed"
        return exercise_result(exercise.id, (TestResult("test_a", "model", status, 4, "got 1"),))

    monkeypatch.setattr(commands, "judge", judge)
    monkeypatch.setattr(commands, "load", lambda: EXERCISES)
    return asked


def all_are(monkeypatch, status: str) -> None:
    def judge(exercise: Exercise, *_: object, **__: object) -> ExerciseResult:
        return exercise_result(exercise.id, (TestResult("test_a", "model", status, 4, "oops"),))

    monkeypatch.setattr(commands, "judge", judge)


@pytest.mark.parametrize(("status", "code"), [("passed", 0), ("failed", 1), ("grader_error", 3)])
def test_check_tells_by_its_code_how_it_went(judged, monkeypatch, status, code):
    all_are(monkeypatch, status)
    assert commands.run(["check", "counter"]) == code


@pytest.mark.parametrize("status", ["missing", "invalid"])
def test_a_file_that_cannot_be_run_is_not_yet_right(judged, monkeypatch, status):
    result = ExerciseResult(IDS[1], status, "counter.py is empty.", ())
    monkeypatch.setattr(commands, "judge", lambda *_, **__: result)
    assert commands.run(["check", "counter"]) == 1


def test_check_says_what_to_edit_and_what_to_run_next(judged, capsys):
    commands.run(["check", "counter"])
    out = capsys.readouterr().out
    assert "got 1" in out
    assert "edit exercises/03_locks/counter.py" in out
    assert out.endswith("-m nox -s check -- 03_locks/counter\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "conter"],
        ["check", "counter", "relay"],
        ["check", "counter", "--deadline", "0"],
        ["grade"],
        ["grade", "no/such/folder"],
        ["grade", ".", "--only", "conter"],
        ["grade", ".", "--json", "no/such/folder/result.json"],
        ["grade", ".", "--jobs", "0"],
        ["grade", ".", "--min-score", "-1"],
        ["grade", ".", "--min-score", "half"],
        ["verify", "--only", "conter"],
        ["new"],
        ["new", "gate"],
        ["new", "03_locks/counter"],
        ["no-such-command"],
    ],
)
def test_wrong_usage_is_2_with_a_sentence_and_judges_nothing(judged, capsys, arguments):
    assert commands.run(arguments) == 2
    assert "Error: " in capsys.readouterr().err
    assert judged == []


def test_a_typo_is_answered_with_the_nearest_exercise(judged, capsys):
    commands.run(["check", "conter"])
    assert "Did you mean 03_locks/counter?" in capsys.readouterr().err


def test_the_line_that_a_failure_ends_with_replays_it(capsys):
    assert commands.run(["check", "counter"]) == 1
    first = capsys.readouterr().out
    line = re.search(r"^replay:  \S+ -m nox -s check -- (\S+) --schedule (\S+)$", first, re.M)
    assert commands.run(["check", line[1], "--schedule", line[2]]) == 1
    again = capsys.readouterr().out
    assert re.search(r"called .*?replay:", first, re.S)[0] in again


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["counter", "--schedule", "1.2"], "Name the test too"),
        (["counter::test_nothing_like_it"], "has no test with"),
        (["counter::two_threads", "--schedule", "soon"], "is no schedule"),
    ],
)
def test_a_replay_that_cannot_be_is_wrong_usage(arguments, said, capsys):
    assert commands.run(["check", *arguments]) == 2
    assert said in capsys.readouterr().err


def test_check_of_what_is_done_leads_on(judged, capsys):
    commands.run(["check", "start"])
    assert capsys.readouterr().out.endswith("-m nox -s next\n")


def test_check_offers_help_to_who_is_stuck(judged, capsys):
    commands.run(["check", "counter"])
    out = capsys.readouterr().out
    assert "-s explain -- 03_locks/counter" in out and "-s hint -- 03_locks/counter" in out


@pytest.mark.parametrize("arguments", [["learn", "--jobs", "1"], ["check", "start"]])
def test_a_verdict_is_remembered(judged, arguments):
    start = EXERCISES[0]
    assert not is_done(start, Memory())
    commands.run(arguments)
    assert is_done(start, Memory())


def test_learn_stops_at_the_first_exercise_that_is_not_done(judged, capsys):
    assert commands.run(["learn", "--jobs", "1"]) == 1
    out = capsys.readouterr().out
    assert "03_locks/counter: test_a (model):\n\ngot 1" in out
    assert "4/12" in out
    assert "edit exercises/03_locks/counter.py, then run\n" in out and "-m nox\n" in out
    assert out.endswith("-m nox -s watch\n")


def test_learn_is_0_when_everything_is_done(judged, monkeypatch, capsys):
    all_are(monkeypatch, "passed")
    assert commands.run(["learn"]) == 0
    assert "Every exercise is done" in capsys.readouterr().out


def test_learn_is_3_when_the_kit_is_at_fault(judged, monkeypatch):
    all_are(monkeypatch, "grader_error")
    assert commands.run(["learn"]) == 3


def test_the_progress_table_keeps_to_80_columns_when_piped(judged, capsys, monkeypatch):
    monkeypatch.delenv("COLUMNS", raising=False)
    commands.run(["learn"])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 80


def test_grade_is_0_whatever_the_score_and_writes_the_document(judged, tmp_path, capsys):
    file = tmp_path / "result.json"
    assert commands.run(["grade", str(tmp_path), "--json", str(file)]) == 0
    document = json.loads(file.read_text(encoding="utf-8"))
    assert document["schema"] == "threadlings/result/v1"
    assert (document["submission"], document["score"]) == (str(tmp_path), 4)
    assert [exercise["id"] for exercise in document["exercises"]] == list(IDS)
    assert "4/12" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("least", "code"), [("4", 0), ("4.5", 1), ("5", 1), ("33%", 0), ("33.4%", 1), ("100%", 1)]
)
def test_a_low_score_fails_only_where_it_is_asked(judged, tmp_path, capsys, least, code):
    file = tmp_path / "result.json"
    arguments = ["grade", str(tmp_path), "--json", str(file), "--min-score", least]
    assert commands.run(arguments) == code
    assert file.exists()
    said = f"4 of 12 points: less than the --min-score of {least}.\n"
    assert capsys.readouterr().err == said * code


@pytest.mark.parametrize(
    "only",
    [["--only", "relay", "--only", "start"], ["--only", "relay", "start"], ["relay", "start"]],
)
def test_only_the_exercises_that_are_asked_for_are_judged(judged, tmp_path, only):
    commands.run(["grade", str(tmp_path), *only])
    assert sorted(judged) == [(IDS[0], tmp_path), (IDS[2], tmp_path)]


def test_a_wrong_list_of_exercises_is_the_kits_fault(monkeypatch, capsys):
    def load() -> None:
        raise IndexFault("exercises/index.toml: exercise 1 is wrong.")

    monkeypatch.setattr(commands, "load", load)
    assert commands.run(["learn"]) == 3
    assert "exercise 1 is wrong" in capsys.readouterr().err


def test_a_crash_of_the_kit_is_3_and_not_1(judged, monkeypatch, capsys):
    def crash(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(commands, "judge", crash)
    assert commands.run(["check", "counter"]) == 3
    assert "not of your code" in capsys.readouterr().err


def test_an_interrupt_is_130(judged, monkeypatch):
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "judge", interrupt)
    assert commands.run(["check", "counter"]) == 130


@pytest.mark.parametrize("command", ["learn", "check", "grade", "verify", "new"])
def test_each_command_explains_itself(command, capsys):
    assert commands.run([command, "--help"]) == 0
    assert f"Usage: python -m grading {command}" in capsys.readouterr().out
