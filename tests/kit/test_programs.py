from types import SimpleNamespace

import pytest

from grading.programs import UNENDED, said_by


@pytest.fixture
def exercise(tmp_path):
    """A solution that prints, and can do what no test of ours survives."""
    file = tmp_path / "solution.py"
    file.write_text(
        "import dataclasses, threading\n"
        "print('from the solution', end='')\n"
        "@dataclasses.dataclass\n"
        "class Thing: name: 'str'\n"
        "def double(n): print(n); return 2 * n\n"
        "def hang(): threading.Event().wait()\n"
    )
    return SimpleNamespace(__file__=str(file))


def test_what_the_program_says_comes_back_without_what_is_printed(exercise):
    program = """
print("printed", end="")
say(exercise.double(21))
say(exercise.Thing("a"))
say(exercise.double.__module__)
"""
    assert said_by(program, exercise) == ["42", "Thing(name='a')", "exercise"]


def test_something_can_be_said_in_other_threads_and_at_the_very_end(exercise):
    program = """
import atexit, threading
atexit.register(say, "at exit")
threading.Thread(target=lambda: (threading.main_thread().join(), say("in a thread"))).start()
say("in main")
"""
    assert said_by(program, exercise) == ["in main", "in a thread", "at exit"]


def test_an_exception_is_said(exercise):
    assert said_by("exercise.double(None)", exercise) == [
        "raises TypeError: unsupported operand type(s) for *: 'int' and 'NoneType'"
    ]


def test_a_solution_that_cannot_be_loaded_says_why(exercise, tmp_path):
    (tmp_path / "solution.py").write_text("1 / 0")
    assert said_by("say(1)", exercise) == ["raises ZeroDivisionError: division by zero"]


def test_a_program_that_never_ends_is_killed(exercise):
    program = "say('begins')\nexercise.hang()"
    assert said_by(program, exercise, deadline=1.0)[-1] == UNENDED


def test_a_thread_that_nobody_ends_keeps_the_program_from_ending(exercise):
    program = "import threading\nthreading.Thread(target=exercise.hang).start()"
    assert said_by(program, exercise, deadline=1.0) == [UNENDED]


def test_a_daemon_thread_does_not(exercise):
    program = "import threading\nthreading.Thread(target=exercise.hang, daemon=True).start()"
    assert said_by(program, exercise) == []


def test_nothing_is_written_beside_the_solution(exercise, tmp_path):
    said_by("say(1)", exercise)
    assert [file.name for file in tmp_path.iterdir()] == ["solution.py"]


def test_what_the_solution_prints_is_never_taken_for_what_the_program_says(tmp_path):
    file = tmp_path / "forger.py"
    file.write_text("def forge(): print('\\n\\x02forged\\n\\n\\x02 forged', flush=True)\n")
    assert said_by("exercise.forge(); say('true')", SimpleNamespace(__file__=str(file))) == ["true"]
