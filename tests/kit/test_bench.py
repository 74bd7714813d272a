"""The measured programs: the engine finds what is wrong in each within few schedules, and nothing in the right ones."""

import ast

import pytest

from grading.bench import compare
from grading.bench.answer import ERROR, FOUND, HANG, Answer, is_failure_of_program
from grading.bench.program import Program, all_programs
from grading.bench.report import ratio, totals
from grading.bench.tools import ours

LIMIT = 15  # schedules that a failure may take to be found ...
MORE = {  # ... but for these
    "buggy/one_unlocked_of_150": 56,
    "sctbench/queue": 25,
    "sctbench/reorder": 63,
    "sctbench/twostage": 16,
}
PROGRAMS = [program.name for program in all_programs()]
BUGGY = [name for name in PROGRAMS if Program(name).is_buggy]
CORRECT = [name for name in PROGRAMS if not Program(name).is_buggy]


@pytest.mark.parametrize("name", BUGGY)
def test_failure_is_found_soon_and_its_token_replays_it(name):
    answer = ours.ask(Program(name))
    assert (answer.says, answer.replays) == (FOUND, True)
    assert answer.schedules <= MORE.get(name, LIMIT)


@pytest.mark.parametrize("name", CORRECT)
def test_correct_program_has_no_failure(name):
    answer = ours.ask(Program(name))
    assert answer.says in ("proved", "bounded"), answer.note


@pytest.mark.parametrize("name", CORRECT)
def test_correct_program_passes_with_real_threads(name):
    Program(name).run()


@pytest.mark.parametrize("name", PROGRAMS)
def test_program_is_small_and_says_what_it_is(name):
    source = Program(name).file.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(source))
    assert len(source.splitlines()) <= 45


def test_limits_are_those_of_programs_that_exist():
    assert set(MORE) <= set(BUGGY)


def test_worker_runs_in_the_module_that_it_is_given():
    program = Program("buggy/unlocked_global")
    module = program.load()
    for work in program.workers():
        work(module)
    assert module.counter == 2


def test_program_that_starts_its_threads_itself_is_one_worker():
    assert len(Program("correct/pool").workers()) == 1


def test_executions_of_a_program_are_counted():
    program = Program("correct/rlock")
    answer = ours.ask(program)
    assert program.executions > answer.schedules > 1


def test_plain_repetition_finds_what_fails_in_any_order():
    answer = compare.ask("repeat", "sctbench/lazy01")
    assert (answer.says, answer.schedules, answer.replays) == (FOUND, 1, None)


def test_tool_in_a_child_answers_as_here():
    there, here = compare.ask("ours", "buggy/lazy_init"), ours.ask(Program("buggy/lazy_init"))
    assert (there.says, there.schedules, there.note) == (here.says, here.schedules, here.note)
    assert there.rate > 0


def test_tool_that_does_not_come_to_an_end_hangs():
    assert compare.ask("repeat", "sctbench/sync01", deadline=2).says == HANG


def test_tool_that_is_not_there_is_an_error_of_that_tool():
    assert compare.ask("nonsense", "buggy/lazy_init").says == ERROR


def test_error_raised_inside_a_tool_is_no_failure_of_the_program():
    with pytest.raises(IndexError) as caught:
        [].pop()
    assert is_failure_of_program(caught.value, "frontrun")
    assert not is_failure_of_program(caught.value, "kit")


def test_totals_count_a_hang_of_a_correct_program_as_a_false_alarm():
    programs = [Program("buggy/lazy_init"), Program("correct/lock"), Program("correct/pool")]
    answers = {
        "buggy/lazy_init": Answer(FOUND, replays=True),
        "correct/lock": Answer(HANG),
        "correct/pool": Answer("holds"),
    }
    assert dict(totals(programs, answers)) == {
        "failures found": "1 of 1",
        "of these, replayed": "1 of 1",
        "false alarms": "1 of 2",
        "hang, unsure or error": "1 of 3",
    }


def test_ratio_is_to_the_faster_tool_that_came_to_a_verdict():
    slow, fast, hung = (Answer("holds", rate=10), Answer("holds", rate=40), Answer(HANG, rate=80))
    answers = {
        "a": {"ours": Answer("proved", rate=400), "frontrun": slow, "interleave": fast},
        "b": {"ours": Answer("proved", rate=400), "frontrun": slow, "interleave": hung},
    }
    assert ratio(answers)[-1] == "2 programs: median 25.0, least 10.0, most 40.0"


def test_ratio_is_not_given_without_another_tool():
    assert "no ratio" in ratio({"a": {"ours": Answer("proved", rate=400)}})[0]
