import os
import re

import pytest

from grading.classroom.export import github
from grading.classroom.export.base import CannotExport
from grading.results import SubmissionResult, TestResult, exercise_result
from tests.kit.classroom.export.conftest import (
    EXERCISES,
    HIDDEN,
    HOSTILE,
    SECRET,
    counter,
    graded,
    missing,
    not_judged,
    options,
    relay,
)


def commands(lines):
    """The workflow commands that GitHub's runner would see: it takes no other while they are stopped."""
    found, token = [], None
    for line in lines:
        if token is None and line.startswith("::stop-commands::"):
            token = line.removeprefix("::stop-commands::")
        elif token is not None:
            token = None if line == f"::{token}::" else token
        elif command := re.match(r"::(\w+)|##\[(\w+)", line.strip()):
            found.append(command[1] or command[2])
    assert token is None
    return found


def printed(capsys, *exercises, **given):
    github.export([graded("Jane", *exercises)], options(**given))
    return capsys.readouterr().out.split("\n")


def many(number, message="got 1"):
    return tuple(
        exercise_result(
            f"03_locks/x{place}", (TestResult("test_a", "model", "failed", 1, message),)
        )
        for place in range(number)
    )


def test_each_failure_is_an_error_at_the_learners_line_and_the_score_a_notice(capsys, out):
    message = (
        "called    bump\ngot       2\n\nThe test reads x (line 26 of test_counter.py) before A and B\n"
        "both read counter = 0 (line 9) before\n\nbecause of this interleaving:\n\n  A: 17"
    )
    error, notice, *_ = printed(capsys, relay(), counter(0, message), out=out)
    assert error.startswith(
        "::error file=exercises/03_locks/counter.py,line=9,title=03_locks/counter%3A 0 of 6 points::"
        "test_a (model)%0A%0Acalled    bump%0A"
    )
    assert "interleaving" not in error
    assert notice == "::notice title=Threadlings::4 of 10 points"


@pytest.mark.parametrize(
    ("message", "line"),
    [
        ("03_locks/counter.py, line 5: Python cannot read this line", "5"),
        ("  the test waits in Event.wait()\n      line 17 of counter.py: task()", "17"),
        ("both read balance (lines 21 and 20) before", "21"),
        ("saw balance = 10 on line 13, and by the time", "13"),
        ("ValueError: x (line 88 of test_counter.py)", None),
        ("got 1", None),
    ],
)
def test_the_line_is_the_first_that_the_message_names_in_the_learners_file(message, line):
    (error, _) = github.annotations(SubmissionResult("x", (counter(0, message),)))
    assert re.findall(r"line=(\d+)", error.partition("::test_a")[0]) == ([line] if line else [])


@pytest.mark.parametrize("from_", [".", "kit"])
def test_files_are_named_from_the_root_of_the_learners_repository(tmp_path, monkeypatch, from_):
    (tmp_path / "clone" / ".git").mkdir(parents=True)
    (tmp_path / "kit").mkdir()
    monkeypatch.chdir(tmp_path / from_)
    folder = os.path.relpath(tmp_path / "clone" / "exercises")
    (error, _) = github.annotations(SubmissionResult(folder, (missing(),)))
    assert error.startswith("::error file=exercises/04_queues/relay.py,title=")


def test_files_outside_a_repository_are_named_as_they_were_given():
    (error, _) = github.annotations(SubmissionResult("/no/such/folder", (missing(),)))
    assert error.startswith("::error file=/no/such/folder/04_queues/relay.py,title=")


def test_there_are_at_most_ten_of_a_kind_and_the_others_are_counted():
    ours = exercise_result("03_locks/y", (TestResult("test_a", "model", "grader_error", 1, "x"),))
    lines = [*github.annotations(SubmissionResult("x", (*many(12), ours)))]
    assert commands(lines) == ["error"] * 10 + ["warning", "notice"]
    assert lines[-1].endswith("0 of 13 points; 2 more exercises are in the summary")


def test_what_a_learner_prints_gives_no_command(capsys, out):
    hostile = f"{HOSTILE}\n::stop-commands::x\n::set-output name=a::b\n::add-mask::1"
    lines = printed(capsys, counter(0, hostile), not_judged(hostile), out=out)
    assert commands(lines) == ["error", "warning", "notice"]
    assert any("::add-mask::1" in line for line in lines)


def test_the_token_is_another_one_each_time(capsys, out):
    tokens = {printed(capsys, counter(0), out=out)[2] for _ in range(5)}
    assert len(tokens) == 5 and all(len(token) == len("::stop-commands::") + 32 for token in tokens)


def test_hidden_tests_are_nowhere(capsys, out):
    text = "\n".join(printed(capsys, counter(5), out=out)) + out.read_text(encoding="utf-8")
    assert "hidden test 1" in text and HIDDEN not in text and SECRET not in text


def test_the_summary_is_added_to_that_of_the_step(capsys, tmp_path):
    file = tmp_path / "summary.md"
    file.write_text("before\n")
    printed(capsys, counter(3), environment={"GITHUB_STEP_SUMMARY": str(file)})
    assert file.read_text(encoding="utf-8").startswith("before\n# Threadlings\n\n**3 of 6 points**")


def test_a_summary_is_never_longer_than_github_takes_and_says_what_is_left_out():
    long = graded("Jane", *many(12, "é" * 100_000))
    text = github.summary(long, EXERCISES)
    assert 900_000 < len(text.encode()) <= github.SUMMARY_LIMIT
    assert text.count("\n## ") == 5
    assert "\n7 more exercises are not shown: GitHub takes 1 MiB." in text
    assert text.count("not yet |") == 12


def test_without_a_place_for_the_summary_nothing_is_printed(capsys):
    with pytest.raises(CannotExport, match="There is no \\$GITHUB_STEP_SUMMARY here"):
        printed(capsys, relay())
    assert capsys.readouterr().out == ""
