"""05_executors/first_success: the first result without an exception, and nothing begun after it."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from grading.testing import (
    Call,
    Gate,
    Meeting,
    expect,
    expect_error,
    expect_returned,
    expect_that,
    expect_waiting,
    settle,
)

AN_HOUR = 3600


class Failing:
    """A function that waits for its gate, then raises its error."""

    def __init__(self, text):
        self.error = OSError(text)
        self.gate = Gate()

    def __call__(self):
        self.gate.wait()
        raise self.error


def is_open(executor):
    """Whether the executor still takes calls."""
    try:
        executor.submit(int)
    except RuntimeError:
        return False
    return True


def giving(value):
    return lambda: value


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_first_result_is_returned_at_once_while_other_calls_still_run(exercise):
    slow_gate, quick_gate = Gate(), Gate()

    def slow():
        slow_gate.wait()
        return "slow"

    def quick():
        quick_gate.wait()
        return "quick"

    with ThreadPoolExecutor(2) as executor:
        call = Call(exercise.first_success, executor, [slow, quick])
        settle()
        time.sleep(AN_HOUR)
        early = call.returned
        quick_gate.open()
        settle()
        in_time = call.returned
        slow_gate.open()
        got = call.result()
    called = "first_success(executor, [slow, quick])"
    expect_waiting(f"{called} before any call has ended", early)
    expect_returned(f"{called} when quick has ended", in_time)
    expect(called, got=got, expected="quick")


@pytest.mark.points(1)
def test_failure_that_comes_first_is_passed_over(exercise):
    failing = Gate()

    def bad():
        failing.open()
        raise OSError("bad")

    def good():
        failing.wait()
        settle()
        return "good"

    with ThreadPoolExecutor(2) as executor:
        got = exercise.first_success(executor, [bad, good])
    expect("first_success(executor, [bad, good])", got=got, expected="good")


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_call_is_made_although_the_one_before_it_has_failed(exercise):
    def bad():
        raise OSError("bad")

    with ThreadPoolExecutor(1) as executor:
        got = exercise.first_success(executor, [bad, giving("good")])
    called = "first_success(an executor of one thread, [bad, good])"
    expect(called, got=got, expected="good")


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(40)
def test_all_calls_overlap(exercise):
    meeting = Meeting(5)

    def meet():
        meeting.meet()
        return "met"

    with ThreadPoolExecutor(5) as executor:
        got = exercise.first_success(executor, [meet] * 5)
    expect("first_success(executor, [meet] * 5)", got=got, expected="met")


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_last_failure_is_raised_where_all_fail(exercise):
    """The last to come, wherever it stands in the list."""
    one, two = Failing("one"), Failing("two")
    with ThreadPoolExecutor(2) as executor:
        call = Call(exercise.first_success, executor, [one, two])
        settle()
        two.gate.open()
        settle()
        one.gate.open()
        called = "first_success(executor, [one, two]) where two fails, then one"
        expect_error(called, one.error, call.result)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_calls_that_fail_at_the_same_time_make_nothing_hang(exercise):
    def fail():
        raise OSError("failed")

    with ThreadPoolExecutor(2) as executor:
        called = "first_success(executor, [fail, fail])"
        expect_error(called, OSError, exercise.first_success, executor, [fail, fail])


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_call_that_has_not_begun_is_cancelled(exercise):
    """The thread that made the first call may have begun another one before it could be cancelled."""
    begun = []
    gate = Gate()

    def other():
        begun.append("other()")
        gate.wait()

    with ThreadPoolExecutor(1) as executor:
        got = exercise.first_success(executor, [giving("first"), other, other, other])
        settle()
        before = len(begun)
        gate.open()
    called = "first_success(executor, [first, other, other, other])"
    expect(called, got=got, expected="first")
    expect(f"{called}: calls begun after it has returned", got=len(begun) - before, expected=0)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_no_functions_are_a_value_error(exercise):
    with ThreadPoolExecutor(1) as executor:
        for name, functions in (("[]", []), ("an empty generator", iter(()))):
            called = f"first_success(executor, {name})"
            expect_error(called, ValueError, exercise.first_success, executor, functions)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_any_result_is_a_success_and_functions_may_be_a_generator(exercise):
    for value in (None, 0, ValueError("a result, not a failure")):
        functions = (giving(result) for result in [value])
        called = f"first_success(executor, generator of a function that gives {value!r})"
        with ThreadPoolExecutor(1) as executor:
            expect(called, got=exercise.first_success(executor, functions), expected=value)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_executor_makes_the_calls_stays_open_and_keeps_the_calls_of_others(exercise):
    names, theirs = [], []

    def answer():
        names.append(threading.current_thread().name)
        theirs.extend([executor.submit(int), executor.submit(int)])
        return "answer"

    with ThreadPoolExecutor(1, thread_name_prefix="handed-in") as executor:
        exercise.first_success(executor, [answer])
        makers = ["the executor" if name.startswith("handed-in") else name for name in names]
        called = "who makes the calls of first_success"
        expect(called, got=makers, expected=["the executor"])
        still_open = is_open(executor)
        expect_that(
            "the executor after first_success",
            still_open,
            got="is shut down",
            expected="is still open",
        )
    cancelled = [future.cancelled() for future in theirs]
    expect("two calls of somebody else: cancelled?", got=cancelled, expected=[False, False])


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_two_callers_at_once_get_their_own_results(exercise):
    with ThreadPoolExecutor(1) as executor:
        first = Call(exercise.first_success, executor, [giving("a")])
        second = Call(exercise.first_success, executor, [giving("b")])
        got = [first.result(), second.result()]
    called = "first_success(executor, [a]) and first_success(executor, [b]) at once"
    expect(called, got=got, expected=["a", "b"])
