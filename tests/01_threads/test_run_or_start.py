"""01_threads/run_or_start: two calls side by side, each in a thread of its own, and the caller waits for both."""

import contextlib
import threading
import time

import pytest

from grading.testing import (
    Call,
    Gate,
    Meeting,
    expect,
    expect_own_threads,
    expect_returned,
    expect_waiting,
    leftover_threads,
    no_polling,
    settle,
)

A_DAY = 24 * 3600


def nothing():
    pass


class Steps:
    """A task of two steps."""

    def __init__(self):
        self.done = 0

    def __call__(self):
        for _ in range(2):
            self.done += 1


def must_wait_without_polling(exercise, first, second, blocked):
    """Check that `side_by_side` blocks, for a short time and for a long one."""
    call = Call(exercise.side_by_side, first, second)
    settle()
    for seconds in (10, A_DAY):
        with no_polling("side_by_side(first, second)"):
            time.sleep(seconds)
    expect_waiting(f"side_by_side(first, second) while {blocked} is blocked", call.returned)


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_each_is_called_once_in_a_thread_of_its_own(exercise):
    """Also where both are the same, and the first has ended before the second begins."""
    ran_in = []

    def task():
        ran_in.append(threading.current_thread())

    exercise.side_by_side(task, task)
    caller = threading.current_thread()
    where = ["the caller's thread" if t is caller else "another thread" for t in ran_in]
    called = "side_by_side(task, task): where task was called"
    expect(called, got=where, expected=["another thread", "another thread"])
    expect_own_threads("side_by_side(task, task): the threads that called task", ran_in, 2)


@pytest.mark.points(1)
def test_both_overlap(exercise):
    meeting = Meeting(2)
    met = []

    def meet():
        meeting.meet()
        met.append("met")

    exercise.side_by_side(meet, meet)
    expect("calls that met before side_by_side returned", got=len(met), expected=2)


@pytest.mark.points(1)
def test_both_have_finished_when_the_call_returns(exercise):
    first, second = Steps(), Steps()
    exercise.side_by_side(first, second)
    done = [first.done, second.done]
    expect("steps of first and second when side_by_side returns", got=done, expected=[2, 2])


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_it_works_again_and_again(exercise):
    calls = []
    for _ in range(2):
        exercise.side_by_side(lambda: calls.append("first"), lambda: calls.append("second"))
    expected = ["first", "first", "second", "second"]
    expect("calls made by side_by_side twice", got=sorted(calls), expected=expected)


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_call_blocks_without_polling_while_the_first_is_blocked(exercise):
    gate = Gate()
    must_wait_without_polling(exercise, gate.wait, nothing, "first")
    gate.open()


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_call_blocks_without_polling_while_the_second_is_blocked(exercise):
    gate = Gate()
    must_wait_without_polling(exercise, nothing, gate.wait, "second")
    gate.open()


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_call_returns_as_soon_as_both_have_ended(exercise):
    """Without a nap, however short, and whatever threads of others are still at work."""
    gate = Gate()
    Call(Gate().wait)
    call = Call(exercise.side_by_side, gate.wait, gate.wait)
    settle()
    expect_waiting("side_by_side(first, second) while both are blocked", call.returned)
    gate.open()
    settle()
    expect_returned(
        "side_by_side(first, second) after both have ended, another thread being alive",
        call.returned,
    )


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_both_threads_have_ended_when_the_call_returns(exercise):
    """The end of a task is not yet the end of its thread."""
    ran_in = []

    def task():
        ran_in.append(threading.current_thread())

    exercise.side_by_side(task, task)
    alive = [threading.Thread.is_alive(thread) for thread in ran_in]
    expect("is_alive() of both threads, on return", got=alive, expected=[False, False])
    expect("threads that side_by_side left alive", got=leftover_threads(), expected=[])


@pytest.mark.world("model")
@pytest.mark.points(1)
@pytest.mark.escapes
def test_one_that_raises_does_not_stop_the_other(exercise):
    """Whether the exception reaches the caller is left open."""

    def bad():
        raise ValueError("from one of the two")

    for name, place in (("side_by_side(bad, good)", 1), ("side_by_side(good, bad)", 0)):
        good = Steps()
        pair = [bad, bad]
        pair[place] = good
        with contextlib.suppress(Exception):
            exercise.side_by_side(*pair)
        expect(f"steps of good when {name} is over", got=good.done, expected=2)


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_two_callers_at_once_run_their_own_calls(exercise):
    calls = []
    callers = [
        Call(exercise.side_by_side, lambda: calls.append("Ada's"), nothing),
        Call(exercise.side_by_side, nothing, lambda: calls.append("Ben's")),
    ]
    for caller in callers:
        caller.result()
    expect("calls made for two callers", got=sorted(calls), expected=["Ada's", "Ben's"])
