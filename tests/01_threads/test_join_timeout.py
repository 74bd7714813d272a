"""01_threads/join_timeout: the caller waits for a thread, but not for ever, and learns whether it has ended."""

import threading
import time

import pytest

from grading.testing import Call, Gate, expect, expect_waiting, no_polling, settle

AN_HOUR = 3600


def started(target, *args):
    thread = threading.Thread(target=target, args=args)
    thread.start()
    return thread


def ended():
    thread = started(lambda: None)
    thread.join()
    return thread


def timed(exercise, thread, seconds):
    """The answer of `finished_within`, and how many seconds of the punctual clock it took."""
    began = time.monotonic()
    answer = exercise.finished_within(thread, seconds)
    return answer, time.monotonic() - began


@pytest.mark.points(1)
def test_answer_is_true_for_a_thread_that_has_ended_before(exercise):
    answer = exercise.finished_within(ended(), 0.05)
    expect("finished_within(thread, 0.05), thread has ended before", got=answer, expected=True)


@pytest.mark.points(1)
def test_answer_is_false_for_a_thread_that_is_still_at_work(exercise):
    gate = Gate()
    answer = exercise.finished_within(started(gate.wait), 0.01)
    expect("finished_within(thread, 0.01), thread is blocked", got=answer, expected=False)
    gate.open()


@pytest.mark.world("model")
@pytest.mark.punctual
@pytest.mark.points(2)
def test_call_returns_as_soon_as_the_thread_ends(exercise):
    """Whatever other threads are doing."""
    Call(Gate().wait)
    answer, took = timed(exercise, started(time.sleep, 2), 10)
    called = "finished_within(thread, 10), thread ends after 2, another lives on"
    expect(called, got=answer, expected=True)
    called = "seconds that finished_within(thread, 10) took, thread ends after 2"
    expect(called, got=took, expected=2)
    answer, took = timed(exercise, ended(), 10)
    expect("finished_within(thread, 10), thread has ended before", got=answer, expected=True)
    called = "seconds that finished_within(thread, 10) took, thread has ended before"
    expect(called, got=took, expected=0)


@pytest.mark.world("model")
@pytest.mark.punctual
@pytest.mark.points(1)
def test_call_waits_for_all_the_seconds_and_no_longer(exercise):
    gate = Gate()
    thread = started(gate.wait)
    for seconds in (0.5, 4):
        answer, took = timed(exercise, thread, seconds)
        called = f"finished_within(thread, {seconds}), thread is blocked"
        expect(called, got=answer, expected=False)
        called = f"seconds that finished_within(thread, {seconds}) took"
        expect(called, got=took, expected=seconds)
    gate.open()


@pytest.mark.world("model")
@pytest.mark.punctual
@pytest.mark.points(1)
def test_zero_seconds_only_ask(exercise):
    gate = Gate()
    answer, took = timed(exercise, started(gate.wait), 0)
    expect("finished_within(thread, 0), thread is blocked", got=answer, expected=False)
    expect("seconds that finished_within(thread, 0) took", got=took, expected=0)
    answer = exercise.finished_within(ended(), 0)
    expect("finished_within(thread, 0), thread has ended before", got=answer, expected=True)
    gate.open()


@pytest.mark.world("model")
@pytest.mark.punctual
@pytest.mark.points(1)
def test_call_waits_without_polling(exercise):
    gate = Gate()
    call = Call(exercise.finished_within, started(gate.wait), 2 * AN_HOUR)
    settle()
    for seconds in (10, AN_HOUR):
        with no_polling("finished_within(thread, 7200)"):
            time.sleep(seconds)
    expect_waiting("finished_within(thread, 7200) after an hour", call.returned)
    gate.open()


@pytest.mark.world("model")
@pytest.mark.punctual
@pytest.mark.points(1)
def test_answer_is_a_new_one_each_time(exercise):
    gate = Gate()
    thread = started(gate.wait)
    first = exercise.finished_within(thread, 1)
    gate.open()
    second = exercise.finished_within(thread, 1)
    called = "finished_within(thread, 1) before and after the thread ends"
    expect(called, got=[first, second], expected=[False, True])


@pytest.mark.world("model")
@pytest.mark.punctual
@pytest.mark.points(1)
def test_two_callers_do_not_wait_for_one_another(exercise):
    gate = Gate()
    other = Call(exercise.finished_within, started(gate.wait), 10)
    settle()
    answer, took = timed(exercise, started(time.sleep, 1), 2)
    expect("finished_within(thread, 2), thread ends after 1", got=answer, expected=True)
    expect("seconds that it took, while another caller waits", got=took, expected=1)
    answer = other.result()
    expect("finished_within(other, 10), other is blocked", got=answer, expected=False)
    gate.open()


@pytest.mark.world("model")
@pytest.mark.punctual
@pytest.mark.points(1)
@pytest.mark.escapes
def test_thread_that_raised_has_ended_too(exercise):
    def task():
        raise ValueError("from the task")

    answer = exercise.finished_within(started(task), 1)
    expect("finished_within(thread, 1), its task raises", got=answer, expected=True)
