import shutil
from pathlib import Path

import pytest

from grading.given import is_as_given
from grading.index import Exercise
from grading.results import ExerciseResult, TestResult, exercise_result
from grading.suites import Expected
from grading.verify import Case, cases_of, examine, verify_all

COUNTER = Exercise("03_locks/counter", "Protect a counter", 2, (), ())
TEST_A = Expected("test_a", "model", 2)
SUITE = "@pytest.mark.points(2)\ndef test_a(exercise): ...\n"
MODEL = TestResult("test_a", "model", "passed", 2)
LIVE = TestResult("test_a", "live", "passed", 2)
OTHER = TestResult("test_b", "live", "passed", 2)


def failing(test: TestResult) -> TestResult:
    return TestResult(test.name, test.world, "failed", 2, "got 1\nand more")


PASS = (MODEL, LIVE, OTHER)
FAIL_LIVE = (MODEL, failing(LIVE), OTHER)
FAIL_OTHER = (MODEL, LIVE, failing(OTHER))


def problem(tmp_path: Path, kind, tests) -> str | None:
    file = tmp_path / "file.py"
    file.touch()
    case = Case(COUNTER, kind, file, TEST_A if kind == "mistake" else None)
    return examine(case, lambda *_, **__: exercise_result(COUNTER.id, tests)).problem


@pytest.mark.parametrize(
    ("kind", "tests"),
    [
        ("stub", FAIL_LIVE),
        ("reference", PASS),
        ("variant", PASS),
        ("mistake", (failing(MODEL),)),
    ],
)
def test_a_file_that_does_what_its_kind_must_do_is_no_problem(tmp_path, kind, tests):
    assert problem(tmp_path, kind, tests) is None


@pytest.mark.parametrize(
    ("kind", "tests", "words"),
    [
        ("stub", PASS, "must fail, but passes"),
        ("reference", FAIL_LIVE, "must pass, but test_a (live) fails: got 1"),
        ("variant", FAIL_OTHER, "must pass, but test_b (live) fails: got 1"),
        ("mistake", (MODEL,), "must fail test_a (model), but passes"),
    ],
)
def test_a_file_that_does_something_else_is_told(tmp_path, kind, tests, words):
    assert problem(tmp_path, kind, tests) == words


@pytest.mark.parametrize("kind", ["stub", "reference", "variant", "mistake"])
@pytest.mark.parametrize("status", ["invalid", "missing", "grader_error"])
def test_a_file_that_cannot_be_judged_is_a_problem_whatever_it_is(tmp_path, kind, status):
    file = tmp_path / "file.py"
    file.write_text("# fails test_a: why\n", encoding="utf-8")
    result = ExerciseResult(COUNTER.id, status, "m", FAIL_LIVE)
    found = examine(Case(COUNTER, kind, file), lambda *_, **__: result).problem
    assert found and found.startswith("must run, but: ")


def test_the_file_is_judged_alone_under_the_name_of_the_exercise(tmp_path):
    file = tmp_path / "file.py"
    file.write_text("here", encoding="utf-8")
    seen = []

    def judge(exercise: Exercise, folder: Path, *, only: Expected | None) -> ExerciseResult:
        files = [path for path in folder.rglob("*") if path.is_file()]
        seen.extend((path.relative_to(folder), path.read_text()) for path in files)
        return exercise_result(exercise.id, PASS)

    examine(Case(COUNTER, "reference", file), judge)
    assert seen == [(Path("03_locks/counter.py"), "here")]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    files = {
        COUNTER.stub(): "",
        COUNTER.reference: "",
        COUNTER.suite: SUITE,
        COUNTER.mistakes / "claims.py": "# fails test_a: no lock\n",
        COUNTER.mistakes / "claims_nothing.py": "# no lock\n",
        COUNTER.variants / "v.py": "",
    }
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    return tmp_path


def test_every_file_is_judged_and_a_mistake_by_the_test_it_names(project):
    cases = [(case.kind, case.only) for case in cases_of(COUNTER, project)]
    others = [("stub", None), ("reference", None), ("variant", None)]
    assert cases == [("mistake", TEST_A), *others]


def test_verify_counts_problems_and_says_what_they_are(project, capsys):
    shutil.copy(project / COUNTER.reference, project / "reference/03_locks/stray.py")
    fine = verify_all(
        [COUNTER], [COUNTER], project, lambda *_, **__: exercise_result(COUNTER.id, PASS), jobs=1
    )
    lines = capsys.readouterr().out.splitlines()
    assert not fine
    assert "exercises/03_locks/counter.py: must fail, but passes" in lines
    stray = "reference/03_locks/stray.py: belongs to no exercise of exercises/index.toml"
    assert stray in lines
    passed, failed = lines[-1].split(", ")
    assert passed == "2 passed"  # the reference and the variant
    assert int(failed.split()[0]) > 2


def test_verify_is_content_with_no_exercises(tmp_path, capsys):
    assert verify_all([], [], tmp_path, lambda *_: exercise_result("x", PASS))
    assert capsys.readouterr().out.splitlines()[-1] == "0 passed, 0 failed"


def mistake_gets(got: str):
    """Judges so that everything is as it must be; the mistake fails with what it got."""
    message = f"called    f()\ngot       {got}\nexpected  0"
    wrong = TestResult("test_a", "model", "failed", 2, message)

    def judge(exercise: Exercise, folder: Path, *, only: Expected | None) -> ExerciseResult:
        return exercise_result(exercise.id, (wrong,) if only else PASS)

    return judge


def of_the_mistake(lines: list[str]) -> list[str]:
    return [line for line in lines if line.startswith(f"{COUNTER.mistakes.as_posix()}/claims.py")]


def test_a_mistake_that_reads_as_it_was_accepted_is_no_problem(project, capsys):
    for accept in (True, False):
        verify_all([COUNTER], [COUNTER], project, mistake_gets("1"), 1, accept)
        assert of_the_mistake(capsys.readouterr().out.splitlines()) == []


def test_a_mistake_that_reads_differently_is_a_problem_that_says_how_to_accept_it(project, capsys):
    verify_all([COUNTER], [COUNTER], project, mistake_gets("1"), 1, accept=True)
    assert not verify_all([COUNTER], [COUNTER], project, mistake_gets("2"), 1)
    (line,) = of_the_mistake(capsys.readouterr().out.splitlines())
    assert "reads differently now: 'got       2', not 'got       1'" in line
    assert line.endswith("accept it with python -m grading verify --accept --only 03_locks/counter")


def test_a_message_that_was_never_accepted_is_a_problem(project, capsys):
    verify_all([COUNTER], [COUNTER], project, mistake_gets("1"), 1)
    (line,) = of_the_mistake(capsys.readouterr().out.splitlines())
    assert f"its message is not in {COUNTER.messages.as_posix()}" in line


def test_accepting_keeps_a_copy_of_the_stub(project):
    (project / COUNTER.stub()).write_text("# TODO\n", encoding="utf-8")
    verify_all([COUNTER], [COUNTER], project, mistake_gets("1"), 1)
    assert not is_as_given(COUNTER, project)
    verify_all([COUNTER], [COUNTER], project, mistake_gets("1"), 1, accept=True)
    assert is_as_given(COUNTER, project)


@pytest.mark.parametrize("accept", [True, False])
def test_a_message_too_wide_for_a_terminal_is_a_problem_even_when_accepted(project, capsys, accept):
    verify_all([COUNTER], [COUNTER], project, mistake_gets("x" * 71), 1, accept)
    (line,) = of_the_mistake(capsys.readouterr().out.splitlines())
    assert "its message has a line of 81 columns where 80 fit" in line
