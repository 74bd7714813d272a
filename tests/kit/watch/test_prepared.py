"""A child that was prepared judges as `judge` does."""

import threading

import pytest

from grading.index import ROOT, find, load
from grading.judge import judge
from grading.suites import expected_tests
from grading.watch.prepared import Prepared
from tests.kit.watch.conftest import mistake, reference

HANGS = b"counter = 0\ndef bump(times):\n    10 ** 10 ** 10\n"


def prepared(exercise, root, *, glance=False):
    tests = expected_tests(root / exercise.suite)
    chosen = [test for test in tests if test.world == "model"] if glance else tests
    return Prepared(exercise, chosen, root, 60.0, glance=glance)


def seen(result):
    """All but the times, and the live world's messages, which are an example."""
    tests = [
        (
            test.name,
            test.world,
            test.status,
            test.search,
            test.token,
            test.world == "model" and test.message,
        )
        for test in result.tests
    ]
    return result.status, result.score, tests


@pytest.mark.parametrize(
    ("name", "solution"),
    [
        ("03_locks/counter", "reference"),
        ("03_locks/counter", "busy_flag"),
        ("03_locks/counter", "lock_kept_by_zero"),
        ("01_threads/join", "reference"),
        ("04_queues/workers", "reference"),
    ],
)
def test_a_prepared_child_says_what_the_judge_says(name, solution, tmp_path, monkeypatch):
    exercise = find(load(), name)
    content = reference(name) if solution == "reference" else mistake(solution, name)
    for file, source in (
        (exercise.stub(), content),
        (exercise.suite, (ROOT / exercise.suite).read_bytes()),
        ("exercises/index.toml", (ROOT / "exercises/index.toml").read_bytes()),
    ):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_bytes(source)
    judged = judge(exercise, tmp_path / "exercises", root=tmp_path)
    assert seen(prepared(exercise, tmp_path).judge(content)) == seen(judged)


def test_a_glance_shows_the_failure_that_the_judge_shows_first(counter):
    content = mistake("busy_flag")
    glance = prepared(counter, ROOT, glance=True).judge(content).first_failure
    whole = prepared(counter, ROOT).judge(content).first_failure
    assert (glance.name, glance.message) == (whole.name, whole.message)


def test_a_glance_at_a_right_solution_sees_the_model_world_alone(counter):
    result = prepared(counter, ROOT, glance=True).judge(reference())
    assert result.status == "passed"
    assert {test.world for test in result.tests} == {"model"}


def test_a_file_without_the_definition_is_told_in_one_sentence(counter):
    result = prepared(counter, ROOT, glance=True).judge(b"def bum(times): pass\n")
    assert (result.status, result.message) == (
        "invalid",
        "exercises/03_locks/counter.py does not define bump: rename bum.",
    )


def test_a_child_that_hangs_ends_when_it_is_killed(counter):
    child = prepared(counter, ROOT)
    judging = threading.Thread(target=child.judge, args=(HANGS,))
    judging.start()
    child.kill()
    judging.join(timeout=50)
    assert not judging.is_alive() and not child.is_alive
