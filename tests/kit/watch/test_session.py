import pytest

from grading.index import load
from grading.learning.state import Memory
from grading.results import ExerciseResult
from grading.watch.judging import Verdict
from grading.watch.session import Session
from tests.kit.watch.conftest import reference

EXERCISES = [each for each in load() if each.topic == "03_locks"]
COUNTER, ACCOUNT, *_, LAST = EXERCISES


@pytest.fixture
def session(checkout, tmp_path, verdicts):
    memory = Memory(checkout, tmp_path / "data")
    session = Session(EXERCISES, memory, verdicts.put)
    session.current = COUNTER
    yield session
    session.close()


def passed(content, exercise=COUNTER, *, final=True):
    return Verdict(exercise, ExerciseResult(exercise.id, "passed", "", ()), content, final)


def solve(session, exercise):
    content = reference(exercise.id)
    (session.memory.root / exercise.stub()).write_bytes(content)
    session.note(passed(content, exercise))


def test_a_pass_is_remembered_and_counted(session):
    solve(session, COUNTER)
    assert session.progress == f"1 of {len(EXERCISES)} done"


def test_a_glance_is_not_remembered(session):
    (session.memory.root / COUNTER.stub()).write_bytes(reference())
    session.note(passed(reference(), final=False))
    assert session.memory.of(COUNTER).passed == ""


def test_a_verdict_on_a_file_that_was_saved_again_is_not_remembered(session):
    session.note(passed(reference()))
    assert session.memory.of(COUNTER).passed == ""


def test_next_is_the_first_behind_the_current_one_that_is_not_done(session):
    assert session.next() == ACCOUNT
    solve(session, ACCOUNT)
    assert session.next() == EXERCISES[2]


def test_next_goes_back_to_what_was_left_out(session):
    session.current = LAST
    assert session.next() == COUNTER


def test_next_is_none_when_no_other_is_left(session):
    for exercise in EXERCISES[1:]:
        solve(session, exercise)
    assert session.next() is None


def test_only_the_exercise_that_is_watched_last_is_judged(session, verdicts):
    for exercise in (COUNTER, ACCOUNT):
        session.watch(exercise)
        verdicts.final()
    (session.memory.root / COUNTER.stub()).write_bytes(reference())
    (session.memory.root / ACCOUNT.stub()).write_bytes(reference(ACCOUNT.id))
    while (verdict := verdicts.final()).result.status != "passed":
        pass
    assert verdict.exercise == ACCOUNT
