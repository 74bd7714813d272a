import json
import sys
from pathlib import Path

import pytest

from grading import child
from grading.index import Exercise
from grading.judge import judge
from grading.results import ExerciseResult
from grading.suites import Expected, SuiteFault

FOR_EVER = 300.0  # a deadline that no test of this file ever meets
COUNTER = Exercise("03_locks/counter", "Protect a counter", 10, ("bump(times)",), ())
SUITE = """
import pytest

@pytest.mark.points(2)
def test_a(exercise): ...

@pytest.mark.points(3)
@pytest.mark.world("live")
def test_b(exercise): ...
"""

# What the plugin does, as functions that a script can call.
CHILD = """
import json, os, sys, time
target, nonce = sys.argv[1:]
report = open(int(target) if target.isdigit() else target, "ab", 0)

def say(event, name=None, world=None, nonce=nonce, **more):
    line = {"nonce": nonce, "event": event, "name": name, "world": world, **more}
    report.write(json.dumps(line).encode() + b"\\n")

def start(name, world):
    say("start", name, world)

def verdict(name, world, status="passed", message="", **more):
    common = {"search": None, "token": None, "seconds": 0.1}
    say("test", name, world, status=status, message=message, **common, **more)

def all_pass():
    verdict("test_a", "model"); verdict("test_a", "live"); verdict("test_b", "live")
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, content in ((COUNTER.suite, SUITE), (COUNTER.stub(), "counter = 0\n")):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    return tmp_path


@pytest.fixture
def judged(project):
    def run(script: str, deadline: float = FOR_EVER) -> ExerciseResult:
        def command(target: str, *, nonce: str) -> list[str]:
            return [sys.executable, "-c", CHILD + script, target, nonce]

        folder = project / "exercises"
        return judge(COUNTER, folder, deadline=deadline, root=project, command=command)

    return run


def statuses(result: ExerciseResult) -> list[str]:
    return [test.status for test in result.tests]


def message(result: ExerciseResult, name: str, world: str) -> str:
    return next(test.message for test in result.tests if (test.name, test.world) == (name, world))


def test_an_exercise_is_passed_when_every_test_has_passed(judged):
    result = judged("all_pass(); say('end')")
    assert (result.status, result.score, result.max_score) == ("passed", 7, 7)
    assert result.message == ""


def test_the_tests_are_in_the_order_of_the_suite(judged):
    result = judged("all_pass(); say('end')")
    tests = [(test.name, test.world, test.max_score) for test in result.tests]
    assert tests == [("test_a", "model", 2), ("test_a", "live", 2), ("test_b", "live", 3)]


def test_a_failed_test_costs_its_points_only(judged):
    result = judged("verdict('test_a', 'model', 'failed', 'got 1'); say('end')")
    assert (result.status, message(result, "test_a", "model")) == ("failed", "got 1")
    assert "0 of 3 tests passed; the first failure is test_a (model)" in result.message


def test_a_fault_of_the_grader_is_no_fault_of_the_learner(judged):
    script = "verdict('test_a', 'model'); verdict('test_a', 'live')"
    result = judged(script + "; verdict('test_b', 'live', 'grader_error', 'ours'); say('end')")
    assert (result.status, result.score, result.max_score) == ("grader_error", 4, 7)


def test_what_reported_before_the_process_vanished_is_kept(judged):
    result = judged("verdict('test_a', 'model'); start('test_a', 'live'); os._exit(0)")
    assert statuses(result) == ["passed", "failed", "failed"]
    assert "ended (exit code 0) during this test" in message(result, "test_a", "live")
    assert "os._exit() or sys.exit()?" in message(result, "test_a", "live")
    not_run = message(result, "test_b", "live")
    assert not_run == (
        "This test was not run: the process ended (exit code 0) during test_a (live)."
    )


def test_a_process_that_vanishes_between_two_tests_has_failed_the_rest(judged):
    result = judged("verdict('test_a', 'model'); os._exit(0)")
    assert statuses(result) == ["passed", "failed", "failed"]
    assert "between two tests" in message(result, "test_a", "live")


def test_a_process_that_vanishes_before_all_tests_has_failed_them(judged):
    assert statuses(judged("os._exit(0)")) == ["failed"] * 3


def test_a_test_that_never_ends_is_named_when_the_process_is_killed(judged):
    result = judged("start('test_a', 'model'); time.sleep(3600)", deadline=2)
    assert statuses(result) == ["failed"] * 3
    assert "killed after 2 s during this test" in message(result, "test_a", "model")
    assert "killed after 2 s during test_a (model)" in message(result, "test_b", "live")


def test_a_process_that_prints_without_end_is_killed_and_told_so(judged, monkeypatch):
    monkeypatch.setattr(child, "OUTPUT_LIMIT", 1_000_000)
    result = judged("start('test_a', 'model')\nwhile True: print('x' * 1000)")
    assert "killed after printing 1 MB during this test" in message(result, "test_a", "model")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")
def test_a_crash_names_the_signal_and_shows_the_last_output(judged):
    result = judged(
        "start('test_a', 'model'); print('Fatal', flush=True); os.kill(os.getpid(), 11)"
    )
    assert "signal 11 (Segmentation fault) during this test" in message(result, "test_a", "model")
    assert "Fatal" in message(result, "test_a", "model")


def test_forged_lines_pass_nothing(judged):
    forged = "".join(f"verdict('test_{n}', '{w}', nonce='0'); " for n, w in ("am", "al", "bl"))
    result = judged(forged + "print(json.dumps({'event': 'end'})); os._exit(0)")
    assert statuses(result) == ["failed"] * 3


def test_two_verdicts_on_one_test_fail_it(judged):
    result = judged("all_pass(); verdict('test_b', 'live'); say('end')")
    assert statuses(result) == ["passed", "passed", "failed"]


def test_a_test_without_a_verdict_has_failed_though_the_run_ended(judged):
    result = judged("start('test_a', 'model'); start('test_b', 'live'); say('end')")
    assert statuses(result) == ["failed"] * 3
    assert "pytest.skip() or pytest.exit()" in message(result, "test_b", "live")


def test_a_right_solution_whose_process_does_not_end_is_judged_at_once(judged):
    assert judged("all_pass(); say('end'); time.sleep(3600)").status == "passed"


def test_a_module_that_cannot_be_loaded_is_invalid_with_one_sentence_for_all(judged):
    result = judged("say('invalid', message='No name bump.'); say('end')")
    assert (result.status, result.message) == ("invalid", "No name bump.")
    assert {test.message for test in result.tests} == {"No name bump."}


@pytest.mark.parametrize("end", ["sys.exit(4)", "say('end'); sys.exit(2)"])
def test_a_suite_that_pytest_cannot_run_is_a_fault_of_the_kit(judged, end):
    result = judged(f"print('no module named x', flush=True); {end}")
    assert result.status == "grader_error"
    assert "a fault of the kit" in message(result, "test_a", "model")


@pytest.mark.parametrize(
    ("content", "status", "words"),
    [
        (None, "missing", "is missing"),
        (b"", "invalid", "empty"),
        (b"x =", "invalid", "line 1"),
        (b"import zlib", "invalid", "zlib"),
    ],
)
def test_a_file_that_cannot_be_run_starts_no_child(project, content, status, words):
    file = project / COUNTER.stub()
    file.unlink()
    if content is not None:
        file.write_bytes(content)
    result = judge(COUNTER, project / "exercises", root=project, command=_no_child)
    assert (result.status, result.score, result.max_score) == (status, 0, 7)
    assert words in result.message
    assert {test.message for test in result.tests} == {result.message}


def _no_child(*_: object) -> list[str]:
    raise AssertionError("a child was started")


def test_a_broken_suite_is_raised_as_a_fault_of_the_kit(project):
    (project / COUNTER.suite).write_text("def test_a(:")
    with pytest.raises(SuiteFault):
        judge(COUNTER, project / "exercises", root=project)


@pytest.fixture
def asked(monkeypatch):
    """What pytest was asked for by each child."""
    arguments = []
    run = child.Child.run

    def running(self: child.Child, deadline: float) -> child.Ended:
        arguments.append(self.task.arguments)
        return run(self, deadline)

    monkeypatch.setattr(child.Child, "run", running)
    return arguments


@pytest.mark.parametrize(
    ("world", "node"), [("model", "test_counter.py::test_a[model]"), ("live", "::test_b")]
)
def test_one_test_can_be_judged_alone(project, asked, world, node):
    only = Expected("test_a" if world == "model" else "test_b", world, 2)
    result = judge(COUNTER, project / "exercises", only=only, root=project)
    assert asked[0][0].endswith(node)
    assert [(test.name, test.status) for test in result.tests] == [(only.name, "passed")]


def test_the_child_stops_at_the_first_failure_only_where_that_is_asked(project, asked):
    for stop in (True, False):
        judge(COUNTER, project / "exercises", root=project, stop_at_failure=stop)
    assert ["-x" in arguments for arguments in asked] == [True, False]


def test_nothing_of_the_parents_environment_that_could_be_secret_reaches_the_child(
    judged, monkeypatch
):
    for name in ("API_TOKEN", "PYTHONPATH", "PYTEST_ADDOPTS"):
        monkeypatch.setenv(name, "secret")
    result = judged("all_pass() if 'secret' not in os.environ.values() else 0; say('end')")
    assert result.status == "passed"


def test_home_and_the_temporary_folder_are_the_one_in_which_the_child_works(judged):
    here = "{os.getcwd()} == {os.path.realpath(os.environ[name]) for name in ('HOME', 'TMPDIR')}"
    assert judged(f"all_pass() if {here} else 0; say('end')").status == "passed"


def test_a_result_says_what_confined_the_child(judged):
    said = "say('isolation', words='a cage'); say('isolation', words='a palace'); all_pass()"
    assert judged(f"{said}; say('end')").isolation == "a cage"


def test_a_result_is_plain_json_however_the_child_died(judged):
    result = judged("start('test_a', 'model'); os.write(1, b'\\xff\\x00'); os._exit(9)")
    assert json.loads(json.dumps(result.to_json()))["score"] == 0
