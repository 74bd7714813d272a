import sys
from pathlib import Path

import click
import pytest

from grading import commands as cli
from grading.given import is_as_given
from grading.learning import commands
from grading.learning.state import Memory, fingerprint
from grading.results import ExerciseResult, TestResult, exercise_result


class Judge:
    """Says of each file what it is told to, and counts how often it was asked."""

    def __init__(self) -> None:
        self.status = "failed"
        self.asked = 0

    def __call__(self, exercise, folder, **_) -> ExerciseResult:
        self.asked += 1
        test = TestResult("test_a", "model", self.status, 10, "called f()")
        return exercise_result(exercise.id, (test,))


@pytest.fixture
def judge(monkeypatch) -> Judge:
    judge = Judge()
    monkeypatch.setattr(commands, "judge", judge)
    return judge


@pytest.fixture
def memory(here) -> Memory:
    """Where the commands look, too."""
    return Memory(here)


@pytest.fixture
def mine(here, counter):
    """The learner has begun the counter."""
    file = here / counter.stub()
    file.write_text("mine = 1\n")
    return file


@pytest.fixture
def with_solution(here, counter):
    for path, text in (
        (counter.reference, "model = 1\n"),
        (counter.variants / "rlock.py", "# passes: an RLock\n"),
    ):
        (here / path).parent.mkdir(parents=True)
        (here / path).write_text(text)


@pytest.fixture
def asked_at_a_terminal(monkeypatch):
    """Answers every question as the test says."""
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    return lambda answer: monkeypatch.setattr(click, "confirm", lambda _: answer)


def test_next_names_the_goal_the_lesson_the_file_and_the_command(here, capsys):
    assert cli.run(["next"]) == 0
    out = capsys.readouterr().out
    assert "What 01_threads/start wants." in out
    for part in ("01_threads/README.md", "edit     exercises/01_threads/start.py", "-s check --"):
        assert part in out
    assert "0 of 3 exercises are done" in out


def test_next_says_when_all_are_done(here, memory, exercises, capsys):
    for exercise in exercises:
        memory.change(exercise, passed=fingerprint(exercise, here))
    assert cli.run(["next"]) == 0
    assert "Every exercise is done" in capsys.readouterr().out


def test_list_says_in_words_how_far_each_exercise_is_and_which_help_was_given(
    here, memory, exercises, mine, capsys
):
    start, join, counter = exercises
    memory.change(start, passed=fingerprint(start, here), hints=1)
    memory.change(counter, gave_up=True)
    (here / join.stub()).unlink()
    assert cli.run(["list"]) == 0
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert "done start 01_THREADS/START 1 of 3" in lines
    assert "missing join 01_THREADS/JOIN" in lines
    assert "not yet counter 03_LOCKS/COUNTER gave up" in lines


def test_the_kits_own_list_fits_eighty_columns_in_a_pipe(capsys, monkeypatch):
    monkeypatch.delenv("COLUMNS", raising=False)
    assert cli.run(["list"]) == 0
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 80
    assert "\x1b" not in out


def test_hint_says_which_of_how_many_it_is(here, capsys):
    for level in (1, 2, 3, 3):
        assert cli.run(["hint", "cou"]) == 0
        assert f"03_locks/counter: hint {level} of 3" in capsys.readouterr().out


def test_the_last_hint_says_what_else_helps(here, with_solution, capsys):
    cli.run(["hint", "counter", "--all"])
    out = capsys.readouterr().out
    for part in ("exercises/03_locks/README.md", "-s explain -- ", "--give-up"):
        assert part in out


def test_no_solution_is_promised_where_there_is_none(here, capsys):
    cli.run(["hint", "counter", "--all"])
    assert "--give-up" not in capsys.readouterr().out


def test_hint_without_a_name_is_on_the_next_exercise(here, memory, exercises, capsys):
    memory.change(exercises[0], passed=fingerprint(exercises[0], here))
    cli.run(["hint"])
    assert "01_threads/join: hint 1 of 3" in capsys.readouterr().out


def test_all_hints_at_once_are_remembered_as_given(here, counter, capsys):
    assert cli.run(["hint", "counter", "--all"]) == 0
    out = capsys.readouterr().out
    assert [out.count(f"hint {level} of 3") for level in (1, 2, 3)] == [1, 1, 1]
    assert Memory(here).of(counter).hints == 3


@pytest.mark.parametrize("name", ["conter", "st/x"])
@pytest.mark.parametrize("command", ["hint", "reset", "explain", "solution"])
def test_an_unknown_name_is_wrong_usage_with_a_sentence(here, judge, capsys, command, name):
    assert cli.run([command, name]) == 2
    assert f"There is no exercise '{name}'" in capsys.readouterr().err
    assert judge.asked == 0


def test_reset_without_a_terminal_asks_for_yes_and_changes_nothing(here, mine, capsys):
    assert cli.run(["reset", "counter"]) == 2
    assert "add --yes" in capsys.readouterr().err
    assert mine.read_text() == "mine = 1\n"


def test_reset_says_where_the_learners_file_is(here, mine, counter, capsys):
    assert cli.run(["reset", "counter", "--yes"]) == 0
    assert is_as_given(counter, here)
    *_, backup = capsys.readouterr().out.split()
    assert Path(backup).read_text() == "mine = 1\n"


@pytest.mark.parametrize(("answer", "code"), [(True, 0), (False, 1)])
def test_reset_does_what_the_learner_answers(
    here, mine, counter, asked_at_a_terminal, answer, code
):
    asked_at_a_terminal(answer)
    assert cli.run(["reset", "counter"]) == code
    assert is_as_given(counter, here) == answer


def test_an_interrupt_at_the_question_changes_nothing(here, mine, monkeypatch, capsys):
    def interrupt(_) -> None:
        raise click.Abort

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(click, "confirm", interrupt)
    assert cli.run(["reset", "counter"]) == 130
    assert mine.read_text() == "mine = 1\n"
    assert "Nothing was changed." in capsys.readouterr().out


def test_a_deleted_file_comes_back_without_a_question(here, mine, counter):
    mine.unlink()
    assert cli.run(["reset", "counter"]) == 0
    assert is_as_given(counter, here)


def test_reset_of_all_resets_every_exercise(here, exercises):
    for exercise in exercises:
        (here / exercise.stub()).write_text("mine = 1\n")
    assert cli.run(["reset", "--all", "--yes"]) == 0
    assert all(is_as_given(exercise, here) for exercise in exercises)


@pytest.mark.parametrize("arguments", [["reset"], ["reset", "counter", "--all"]])
def test_reset_takes_one_exercise_or_all(here, mine, capsys, arguments):
    assert cli.run([*arguments, "--yes"]) == 2
    assert "Name one exercise, such as counter, or write --all." in capsys.readouterr().err
    assert mine.read_text() == "mine = 1\n"


def test_a_reset_that_cannot_be_done_is_one_sentence(here, memory, mine, capsys):
    memory.folder.parent.parent.mkdir(parents=True, exist_ok=True)
    memory.folder.parent.write_text("a file where the folder should be")
    assert cli.run(["reset", "counter", "--yes"]) == 1
    assert "Error: No backup can be written" in capsys.readouterr().err
    assert mine.read_text() == "mine = 1\n"


def test_where_progress_cannot_be_kept_commands_work_and_say_so(here, memory, capsys):
    memory.folder.parent.parent.mkdir(parents=True, exist_ok=True)
    memory.folder.parent.write_text("a file where the folder should be")
    assert cli.run(["hint", "counter"]) == 0
    printed = capsys.readouterr()
    assert "hint 1 of 3" in printed.out
    assert "cannot be kept" in printed.err


def test_the_solution_is_kept_back_until_the_file_passes(here, mine, with_solution, judge, capsys):
    assert cli.run(["solution", "counter"]) == 1
    out = capsys.readouterr().out
    assert "+ model = 1" not in out and "--give-up" in out
    judge.status = "passed"
    assert cli.run(["solution", "counter"]) == 0
    out = capsys.readouterr().out
    assert "- mine = 1\n" in out and "+ model = 1\n" in out
    assert "rlock.py" in out and "an RLock" in out


def test_a_pass_that_is_remembered_is_not_judged_again(here, memory, counter, with_solution, judge):
    memory.change(counter, passed=fingerprint(counter, here))
    assert cli.run(["solution", "counter"]) == 0
    assert judge.asked == 0


def test_a_pass_of_a_file_that_was_changed_since_does_not_count(
    here, memory, counter, mine, with_solution, judge
):
    memory.change(counter, passed=fingerprint(counter, here))
    mine.write_text("spoilt = 1\n")
    assert cli.run(["solution", "counter"]) == 1
    assert judge.asked == 1


def test_giving_up_shows_the_solution_and_is_noted(here, counter, mine, with_solution, judge):
    assert cli.run(["solution", "counter", "--give-up"]) == 0
    assert judge.asked == 0
    assert Memory(here).of(counter).gave_up


def test_who_has_passed_does_not_give_up(here, memory, counter, with_solution):
    memory.change(counter, passed=fingerprint(counter, here))
    assert cli.run(["solution", "counter", "--give-up"]) == 0
    assert not Memory(here).of(counter).gave_up


def test_a_copy_of_the_kit_without_solutions_says_so_in_one_sentence(here, judge, capsys):
    assert cli.run(["solution", "counter", "--give-up"]) == 1
    assert "is not in this copy of the kit" in capsys.readouterr().err


def test_explain_judges_a_file_that_it_does_not_know_and_no_other(here, mine, judge, capsys):
    for _ in range(2):
        assert cli.run(["explain", "counter"]) == 0
        assert "test_a (model):\n\ncalled f()" in capsys.readouterr().out
    assert judge.asked == 1
    mine.write_text("mine = 2\n")
    cli.run(["explain", "counter"])
    assert judge.asked == 2


def test_explain_has_nothing_to_explain_where_all_is_well(here, judge, capsys):
    judge.status = "passed"
    assert cli.run(["explain", "counter"]) == 0
    assert "there is nothing to explain" in capsys.readouterr().out


def test_explain_says_how_a_deleted_file_comes_back(here, counter, mine, monkeypatch, capsys):
    missing = ExerciseResult(counter.id, "missing", "counter.py is missing.", ())
    monkeypatch.setattr(commands, "judge", lambda *_, **__: missing)
    mine.unlink()
    assert cli.run(["explain", "counter"]) == 0
    assert "-s reset -- 03_locks/counter" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["explain", "counter"], ["solution", "counter"]])
def test_a_fault_of_the_kit_is_3(here, with_solution, judge, capsys, arguments):
    judge.status = "grader_error"
    assert cli.run(arguments) == 3
    assert "not of your code" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["next", "list", "hint", "explain", "solution", "reset"])
def test_each_command_explains_itself(command, capsys):
    assert cli.run([command, "--help"]) == 0
    assert f"Usage: python -m grading {command}" in capsys.readouterr().out
