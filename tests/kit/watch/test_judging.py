"""Each save is judged in two stages, and gives way to a newer one."""

import os
import signal
import time
from contextlib import closing, contextmanager

import pytest

from grading import child, judge
from grading.index import find, load
from grading.watch import prepared
from grading.watch.judging import Judging
from tests.kit.watch.conftest import mistake, reference

HANGS = b"import threading\ncounter = 0\ndef bump(times):\n    10 ** 10 ** 10\n"
FLOODS = b"counter = 0\ndef bump(times):\n    while True: print('x' * 10_000)\n"


@pytest.fixture
def watched(checkout, counter, verdicts):
    """Saves a content, in the file and with the judge."""

    @contextmanager
    def begin(exercise=counter):
        with closing(Judging(exercise, verdicts.put, checkout)) as judging:

            def save(content):
                file = checkout / exercise.stub()
                if content is None:
                    file.unlink()
                else:
                    file.write_bytes(content)
                judging.save(content)

            yield save

    return begin


def test_a_right_solution_is_not_called_done_at_a_glance(watched, verdicts):
    with watched() as save:
        save(reference())
        first, last = verdicts.next(), verdicts.next()
    assert (first.final, last.final) == (False, True)
    assert (first.result.status, last.result.status) == ("passed", "passed")
    assert {test.world for test in first.result.tests} == {"model"}
    assert {test.world for test in last.result.tests} == {"model", "live"}


def test_what_fails_at_a_glance_is_judged_by_everything_too(watched, verdicts):
    with watched() as save:
        save(mistake("busy_flag"))
        first, last = verdicts.next(), verdicts.next()
    assert first.result.first_failure.message == last.result.first_failure.message
    assert (last.final, last.result.score) == (True, 2)


def test_every_save_is_judged_anew(watched, verdicts):
    with watched() as save:
        for content in (mistake("busy_flag"), reference(), mistake("lock_kept_by_zero")):
            save(content)
            assert verdicts.final().content == content


def test_a_save_takes_the_place_of_one_that_hangs(watched, verdicts):
    with watched() as save:
        save(HANGS)
        save(reference())
        verdict = verdicts.next()
        assert (verdict.content, verdict.result.status) == (reference(), "passed")
        assert verdicts.next().content == reference()


def test_a_hang_is_cut_off_at_the_deadline(checkout, counter, verdicts, monkeypatch):
    (checkout / counter.stub()).write_bytes(HANGS)
    with closing(Judging(counter, verdicts.put, checkout, deadline=3.0)) as judging:
        judging.save(HANGS)
        assert "killed after 3 s" in verdicts.next().result.first_failure.message


def test_a_flood_of_output_is_cut_off(watched, verdicts, monkeypatch):
    monkeypatch.setattr(child, "OUTPUT_LIMIT", 100_000)
    with watched() as save:
        save(FLOODS)
        assert "printing 0.1 MB" in verdicts.final().result.first_failure.message


@pytest.mark.parametrize(
    ("content", "status", "words"),
    [
        (None, "missing", "is missing"),
        (b" \n", "invalid", "is empty"),
        (b"caf\xe9 = 1", "invalid", "is not UTF-8"),
        (b"x = (", "invalid", "line 1: Python cannot read this line"),
        (b"import socket", "invalid", "does not allow the import of socket"),
    ],
)
def test_a_file_that_cannot_be_judged_is_told_at_once_in_one_sentence(
    watched, verdicts, content, status, words
):
    with watched() as save:
        save(content)
        verdict = verdicts.next()
        assert verdict.final and verdict.result.status == status
        assert words in verdict.result.message
        save(reference())
        assert verdicts.final().result.status == "passed"


@pytest.mark.skipif(not child.warm.AVAILABLE, reason="no process can be forked here")
def test_a_prepared_child_that_died_is_replaced(watched, verdicts, monkeypatch):
    made = []
    make = prepared.Prepared.__init__

    def making(self, *args, **options):
        make(self, *args, **options)
        made.append(self)

    monkeypatch.setattr(prepared.Prepared, "__init__", making)
    with watched() as save:
        save(reference())
        verdicts.final()
        killed = list(made)
        for each in killed:
            each.kill()
        while any(each.is_alive for each in killed):  # it is another process that ends them
            time.sleep(0.001)
        save(mistake("busy_flag"))
        assert verdicts.final().result.score == 2


@pytest.mark.skipif(not child.warm.AVAILABLE, reason="no process can be forked here")
def test_it_goes_on_when_the_process_that_forks_was_killed(watched, verdicts, monkeypatch):
    started = []
    popen = child.warm.subprocess.Popen

    def starting(*args, **options):
        started.append(popen(*args, **options))
        return started[-1]

    monkeypatch.setattr(child.warm, "fork", child.warm._Warm().fork)
    monkeypatch.setattr(child.warm.subprocess, "Popen", starting)
    with watched() as save:
        save(reference())
        verdicts.final()
        os.kill(started[0].pid, signal.SIGKILL)
        started[0].wait()
        for content in (mistake("busy_flag"), reference()):
            save(content)
            assert verdicts.final().content == content


def test_it_judges_where_no_process_can_be_forked(watched, verdicts, monkeypatch):
    monkeypatch.setattr(child.warm, "AVAILABLE", False)
    with watched() as save:
        save(mistake("busy_flag"))
        assert [verdicts.next().final, verdicts.next().final] == [False, True]


def test_a_suite_without_model_tests_is_judged_by_everything_at_once(tmp_path, verdicts):
    exercise = find(load(), "07_choosing/choose")
    for file, source in (
        (exercise.stub(), reference(exercise.id)),
        (exercise.suite, (judge.ROOT / exercise.suite).read_bytes()),
        ("exercises/index.toml", (judge.ROOT / "exercises/index.toml").read_bytes()),
    ):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_bytes(source)
    with closing(Judging(exercise, verdicts.put, tmp_path)) as judging:
        judging.save(reference(exercise.id))
        verdict = verdicts.next()
    assert verdict.final and verdict.result.status == "passed"


def test_a_fault_of_the_kit_is_told_and_the_next_save_is_judged(watched, verdicts, monkeypatch):
    with watched() as save:
        with monkeypatch.context() as patched:
            patched.setattr(prepared.Prepared, "judge", lambda *_: 1 / 0)
            save(reference())
            assert "ZeroDivisionError" in verdicts.next().result.message
        save(mistake("busy_flag"))
        assert verdicts.final().result.status == "failed"


def test_no_child_is_left_when_it_is_closed(watched, verdicts):
    before = set(child._running)
    with watched() as save:
        save(reference())
        verdicts.next()
        save(HANGS)
    assert child._running <= before
