from pathlib import Path

import pytest

from grading.index import Exercise
from grading.messages import as_kept, problem_of, read, write
from grading.results import TestResult, exercise_result
from grading.suites import World

COUNTER = Exercise("03_locks/counter", "Protect a counter", 2, (), ())


def kept(message: str, world: World = "model") -> str:
    test = TestResult("test_a", world, "failed", 2, message)
    return as_kept(exercise_result(COUNTER.id, (test,)), "/tmp/judged")


def test_a_message_is_kept_as_check_prints_it():
    assert kept("got 1\n\nreplay:  it") == "test_a (model):\n\ngot 1\n\nreplay:  it"


def test_a_message_does_not_tell_the_folder_in_which_the_mistake_was_judged():
    text = kept("/tmp/judged/03_locks/counter.py is wrong\n\nreplay:  it --submission /tmp/judged")
    assert text.endswith("exercises/03_locks/counter.py is wrong\n\nreplay:  it")


def test_the_number_of_a_repetition_is_not_kept():
    first, second = (kept(f"got 1\n\nwith real threads, in repetition {n}") for n in (1, 17))
    assert first == second
    assert "in repetition 3 of" in kept("got 1, in repetition 3 of it")


def test_what_is_written_is_read_again(tmp_path: Path):
    messages = {"no_lock": kept("got 1\n\n### is no heading"), "late": kept("got 2\n")}
    write(tmp_path / "messages.txt", messages)
    assert read(tmp_path / "messages.txt") == messages


def test_nothing_is_kept_where_there_is_no_file(tmp_path: Path):
    assert read(tmp_path / "messages.txt") == {}


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("", "is empty"),
        ("something is wrong", "says neither what was called, got and expected"),
        ("called    f()\nexpected  1", "says neither what was called, got and expected"),
        ("it hangs: for ever\n" + "x" * 81, "has a line of 81 columns"),
    ],
)
def test_what_no_message_may_be_is_told(message, words):
    problem = problem_of(kept(message), kept(message), COUNTER)
    assert problem and problem.startswith(f"its message {words}")


@pytest.mark.parametrize("called", ["", "called    f()\n", "called    f(a list\n          of 2)\n"])
def test_a_hang_need_not_say_what_was_called(called):
    text = kept(f"{called}it hangs: every thread waits")
    assert problem_of(text, text, COUNTER) is None


def test_a_command_may_be_as_long_as_it_must():
    text = kept(claim("f()", "1") + "\n\nreplay:  " + "x" * 100)
    assert problem_of(text, text, COUNTER) is None


def claim(called: str, got: str) -> str:
    return f"called    {called}\ngot       {got}\nexpected  [1, 2]"


def test_what_real_threads_got_is_kept_and_not_compared(tmp_path: Path):
    file = tmp_path / "messages.txt"
    first, second = (kept(claim("f()", got), "live") for got in ("[1,\n          3]", "[2]"))
    assert problem_of(second, first, COUNTER) is None
    for text in (first, second):
        write(file, {"m": text})
    assert read(file) == {"m": first}


def test_what_virtual_threads_got_is_compared():
    assert problem_of(kept(claim("f()", "[2]")), kept(claim("f()", "[3]")), COUNTER)


def test_what_real_threads_were_asked_to_do_is_compared():
    first, second = (kept(claim(called, "[2]"), "live") for called in ("f()", "g()"))
    problem = problem_of(second, first, COUNTER)
    assert problem and "'called    g()', not 'called    f()'" in problem
