"""05_executors/submit: every call is submitted before any is waited for, then the results are added."""

import contextlib
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from grading.testing import (
    Call,
    Gate,
    Meeting,
    expect,
    expect_that,
    expect_waiting,
    no_polling,
    settle,
)

AN_HOUR = 3600
A_DAY = 24 * AN_HOUR


class Counting(ThreadPoolExecutor):
    """An executor that counts what is submitted to it."""

    def __init__(self, workers):
        super().__init__(workers)
        self.submitted = 0

    def submit(self, *args, **kwargs):
        self.submitted += 1
        return super().submit(*args, **kwargs)


def is_open(executor):
    """Whether the executor still takes calls."""
    try:
        executor.submit(int)
    except RuntimeError:
        return False
    return True


def double(number):
    return 2 * number


@pytest.mark.points(1)
def test_sum_of_the_results_is_returned(exercise):
    with ThreadPoolExecutor(2) as executor:
        got = exercise.total(executor, double, [1, 20])
    expect("total(executor, double, [1, 20])", got=got, expected=42)


@pytest.mark.points(2)
@pytest.mark.world("model")
def test_every_call_is_submitted_before_any_is_waited_for(exercise):
    """With one thread in the executor, and more calls than anybody could think it has."""
    gate = Gate()

    def hold(item):
        gate.wait()
        return item

    with Counting(1) as executor:
        call = Call(exercise.total, executor, hold, [1, 2, 3])
        settle()
        submitted, returned = executor.submitted, call.returned
        gate.open()
        got = call.result()
    called = "total(executor, hold, [1, 2, 3])"
    expect(f"{called}: calls submitted while none can end", got=submitted, expected=3)
    expect_waiting(f"{called} while the calls still run", returned)
    expect(called, got=got, expected=6)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_calls_overlap(exercise):
    meeting = Meeting(2)

    def meet(item):
        meeting.meet()
        return item

    with ThreadPoolExecutor(2) as executor:
        got = exercise.total(executor, meet, [1, 2])
    expect("total(executor, meet, [1, 2])", got=got, expected=3)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_every_call_runs_in_a_thread_of_the_executor(exercise):
    names = []

    def note(item):
        names.append(threading.current_thread().name)
        return item

    for items in ([1, 2], [1]):
        names.clear()
        with ThreadPoolExecutor(1, thread_name_prefix="handed-in") as executor:
            exercise.total(executor, note, items)
        makers = ["the executor" if name.startswith("handed-in") else name for name in names]
        called = f"who makes the calls of total(executor, note, {items})"
        expect(called, got=makers, expected=["the executor"] * len(items))


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_executor_stays_open_and_the_next_total_begins_at_zero(exercise):
    with ThreadPoolExecutor(1) as executor:
        exercise.total(executor, double, [1, 2])
        still_open = is_open(executor)
        expect_that(
            "the executor after total(executor, ...)",
            still_open,
            got="is shut down",
            expected="is still open",
        )
        again = exercise.total(executor, double, [1, 2])
    expect("total(executor, double, [1, 2]), the second time", got=again, expected=6)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_items_may_be_any_iterable_and_results_may_be_equal(exercise):
    items = ([number] for number in (5, 7, 5, 0))
    called = "total(executor, sum, generator of [5], [7], [5], [0])"
    with ThreadPoolExecutor(1) as executor:
        expect(called, got=exercise.total(executor, sum, items), expected=17)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_no_items_give_zero(exercise):
    with ThreadPoolExecutor(1) as executor:
        got = exercise.total(executor, double, [])
        expect("total(executor, double, [])", got=got, expected=0)
        got = exercise.total(executor, double, iter(()))
        expect("total(executor, double, an empty generator)", got=got, expected=0)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_results_are_waited_for_without_polling(exercise):
    gate = Gate()

    def hold(item):
        gate.wait()
        return item

    with ThreadPoolExecutor(1) as executor, gate:
        call = Call(exercise.total, executor, hold, [1, 2])
        settle()
        with no_polling("total(executor, hold, [1, 2])"):
            time.sleep(AN_HOUR)
        time.sleep(A_DAY)
        gate.open()
        got = call.result()
    expect("total(executor, hold, [1, 2]) whose calls take a day", got=got, expected=3)


@pytest.mark.points(1)
@pytest.mark.escapes
@pytest.mark.world("model")
def test_failing_call_makes_nothing_hang(exercise):
    """What becomes of the exception is open: only that all comes to an end is asked."""

    def fail(item):
        raise ValueError("from a call")

    with ThreadPoolExecutor(2) as executor:
        with contextlib.suppress(Exception):
            exercise.total(executor, fail, [1, 2])
        still_open = is_open(executor)
    expect_that(
        "the executor after a failing call",
        still_open,
        got="is shut down",
        expected="is still open",
    )


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_two_callers_at_once_get_their_own_sums(exercise):
    with ThreadPoolExecutor(1) as executor:
        first = Call(exercise.total, executor, double, [1])
        second = Call(exercise.total, executor, double, [20])
        got = [first.result(), second.result()]
    called = "total(executor, double, [1]) and total(executor, double, [20]) at once"
    expect(called, got=got, expected=[2, 40])
