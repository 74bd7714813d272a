"""The measured programs: the engine finds what is wrong in each within few schedules, and nothing in the right ones."""

import ast
from dataclasses import replace

import pytest

from grading.bench import compare, overhead, throughput
from grading.bench.answer import ERROR, FOUND, HANG, Answer, is_failure_of_program
from grading.bench.classes import grade, write_different
from grading.bench.growth import peak
from grading.bench.harnesses import SOLUTION
from grading.bench.program import Program, all_programs
from grading.bench.report import ratio, totals
from grading.bench.throughput import by_pytest, sample_of
from grading.bench.tools import ours
from grading.index import ROOT, find, load

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
EXERCISES = [find(load(), name) for name in throughput.EXERCISES]


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


def test_no_two_files_of_a_class_are_the_same_where_students_share_nothing(tmp_path):
    write_different(tmp_path, 4, EXERCISES)
    files = [file.read_bytes() for file in tmp_path.rglob("*.py")]
    assert len(set(files)) == len(files) == 4 * len(EXERCISES)


def test_files_of_two_seeds_are_different(tmp_path):
    for seed in (1, 2):
        write_different(tmp_path / str(seed), 3, EXERCISES, seed)
    first, second = ({f.read_bytes() for f in tmp_path.glob(f"{n}/*/*/*.py")} for n in (1, 2))
    assert len(first | second) == len(first) + len(second) > 0


def test_different_files_are_references_mistakes_and_stubs(tmp_path):
    exercise, *_ = EXERCISES
    write_different(tmp_path, 3, [exercise])
    right, wrong, stub = (each.read_bytes() for each in sorted(tmp_path.glob("*/*/*.py")))
    assert right.startswith((ROOT / exercise.reference).read_bytes())
    assert wrong.startswith(b"# fails test_")
    assert stub.startswith((ROOT / exercise.stub()).read_bytes())


def test_class_that_is_not_graded_has_no_figure(tmp_path):
    write_different(tmp_path, 1, EXERCISES[:1])
    assert grade(tmp_path, EXERCISES[:1]) > 0
    (tmp_path / "broken.zip").write_bytes(b"no zip")
    with pytest.raises(RuntimeError):
        grade(tmp_path, EXERCISES[:1])


def test_pytest_that_cannot_run_a_suite_has_no_figure(tmp_path):
    write_different(tmp_path, 1, EXERCISES[:1])
    (submission,) = tmp_path.iterdir()
    assert by_pytest([(EXERCISES[0], submission)]) > 0
    with pytest.raises(RuntimeError):
        by_pytest([(replace(EXERCISES[0], id="01_threads/nonsense"), submission)])


def test_sample_is_taken_evenly():
    assert sample_of(range(100), 4) == [0, 25, 50, 75]
    assert sample_of(range(2), 4) == [0, 1]


def test_class_is_compared_by_files_a_second_though_pytest_has_a_part_of_them(monkeypatch):
    monkeypatch.setattr(throughput, "CLASSES", [(12, write_different)])
    monkeypatch.setattr(throughput, "grade", lambda folder, exercises: 12.0)
    monkeypatch.setattr(throughput, "by_pytest", lambda files: 2.0 * len(files))
    assert [figure for _, figure in throughput.rows()] == ["4.0", "0.5", "8.0 (8.0 to 8.0)"]


def test_peak_of_memory_is_in_megabytes():
    assert peak("Name:\tpython\nVmHWM:\t   50000 kB\nVmRSS:\t  40000 kB\n") == 51.2


@pytest.mark.parametrize("name", overhead.HARNESSES)
def test_harness_gives_the_point_to_the_right_solution_only(name, tmp_path):
    package = overhead.HARNESSES[name]
    if package and not overhead.version(package):
        pytest.skip(f"{package} is not installed here")
    harness = overhead.load(name)
    assert harness.prepare(tmp_path / "right", SOLUTION)()
    assert not harness.prepare(tmp_path / "wrong", SOLUTION.replace("+", "-"))()


def test_harness_that_is_not_installed_is_left_out(monkeypatch):
    monkeypatch.setattr(overhead, "HARNESSES", {"ours": "", "check50": "no-such-package"})
    ours_, other = overhead.rows()
    assert "Threadlings" in ours_[0] and ours_[1].endswith(" s")
    assert other == ("a submission of add(a, b), one test: no-such-package", "not installed here")
