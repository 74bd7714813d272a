"""06_exceptions/outcomes: every call of an executor is reported, however it went, in order."""

import threading
import time
from concurrent.futures import CancelledError, ThreadPoolExecutor

import pytest

from grading.testing import Gate, Meeting, expect, expect_that

AN_HOUR = 3600


class Alike:
    """Functions that equal one another, and cannot be kept in a set or as keys."""

    __hash__ = None

    def __init__(self, result):
        self.result = result

    def __eq__(self, other):
        return isinstance(other, Alike)

    def __call__(self):
        return self.result


def raising(error):
    """A function that raises `error`."""

    def fail():
        raise error

    return fail


def report(exercise, executor, functions, called):
    """What outcomes(executor, functions) gives, or, as a failure, what it raises instead."""
    try:
        got = exercise.outcomes(executor, functions)
    except Exception as error:
        expect_that(called, False, got=f"raises {error!r}", expected="gives a list of outcomes")
    if type(got) is list:  # a named tuple is a tuple, too
        return [tuple(outcome) if isinstance(outcome, tuple) else outcome for outcome in got]
    return got


@pytest.mark.points(2)
@pytest.mark.escapes
@pytest.mark.budget(300)
def test_outcomes_are_in_order_though_the_first_call_ends_last(exercise):
    last_has_run = Gate()
    error = ValueError("a broken one")

    def first():
        last_has_run.wait()
        raise error

    def last():
        last_has_run.open()
        return "the last"

    called = "outcomes(executor, [first, last]), where first waits for last, then fails"
    with ThreadPoolExecutor(2) as executor:
        got = report(exercise, executor, [first, last], called)
        expect(called, got=got, expected=[("error", error), ("ok", "the last")])


@pytest.mark.points(1)
@pytest.mark.escapes
@pytest.mark.world("model")
def test_one_failure_hides_no_other_outcome(exercise):
    """One worker: what is still waiting when a call fails must be called all the same."""
    errors = [ValueError("the first"), KeyError("the second")]
    called = "outcomes(executor of one worker, [fails, fine, fails])"
    functions = [raising(errors[0]), lambda: "fine", raising(errors[1])]
    with ThreadPoolExecutor(1) as executor:
        got = report(exercise, executor, functions, called)
    expected = [("error", errors[0]), ("ok", "fine"), ("error", errors[1])]
    expect(called, got=got, expected=expected)


@pytest.mark.points(1)
@pytest.mark.escapes
@pytest.mark.world("model")
@pytest.mark.budget(40)
def test_calls_overlap_also_those_that_fail(exercise):
    meeting = Meeting(3)
    error = ValueError("met, then failed")

    def meet():
        meeting.meet()
        return "met"

    def meet_and_fail():
        meeting.meet()
        raise error

    called = "outcomes(executor of 3 workers, 3 functions that wait for one another)"
    with ThreadPoolExecutor(3) as executor:
        got = report(exercise, executor, [meet, meet_and_fail, meet], called)
    expect(called, got=got, expected=[("ok", "met"), ("error", error), ("ok", "met")])


@pytest.mark.points(1)
@pytest.mark.escapes
@pytest.mark.world("model")
@pytest.mark.budget(60)
def test_every_call_is_made_once_by_a_thread_of_the_executor(exercise):
    names = []

    def note():
        names.append(threading.current_thread().name)

    def note_and_fail():
        note()
        raise ValueError("noted, then failed")

    for functions in ([note, note_and_fail], [note]):
        names.clear()
        called = f"outcomes(executor, functions): calls of {len(functions)} functions"
        with ThreadPoolExecutor(2, thread_name_prefix="handed-in") as executor:
            report(exercise, executor, functions, called)
        expect(called, got=len(names), expected=len(functions))
        makers = ["the executor" if name.startswith("handed-in") else name for name in names]
        called = "who makes the calls of outcomes(executor, functions)"
        expect(called, got=makers, expected=["the executor"] * len(functions))


@pytest.mark.points(1)
@pytest.mark.escapes
@pytest.mark.world("model")
@pytest.mark.budget(100)
def test_the_executor_stays_open_after_a_failure_and_nothing_is_remembered(exercise):
    error = ValueError("in the first call of outcomes")
    called = "outcomes(executor, [fine]) after outcomes(executor, [fails])"
    with ThreadPoolExecutor(2) as executor:
        report(exercise, executor, [raising(error)], "outcomes(executor, [fails])")
        again = report(exercise, executor, [lambda: "fine"], called)
        later = executor.submit(str, 3).result()
    expect(called, got=again, expected=[("ok", "fine")])
    expect("executor.submit(str, 3) after that", got=later, expected="3")


@pytest.mark.points(1)
@pytest.mark.escapes
@pytest.mark.world("model")
def test_functions_may_come_from_a_generator_be_equal_and_unhashable(exercise):
    called = "outcomes(executor, generator of two functions that equal one another)"
    functions = (Alike(number) for number in range(2))
    with ThreadPoolExecutor(1) as executor:
        got = report(exercise, executor, functions, called)
        expect(called, got=got, expected=[("ok", 0), ("ok", 1)])


@pytest.mark.points(1)
@pytest.mark.escapes
@pytest.mark.world("model")
@pytest.mark.budget(20)
def test_any_result_is_ok_also_none_or_an_exception(exercise):
    failure = ValueError("a result, not a failure")
    for value in (failure, None, 0, "", [], ("error", failure)):
        called = f"outcomes(executor, [function that returns {value!r}])"
        with ThreadPoolExecutor(1) as executor:
            got = report(exercise, executor, [lambda value=value: value], called)
        expect(called, got=got, expected=[("ok", value)])


@pytest.mark.points(1)
@pytest.mark.escapes
@pytest.mark.world("model")
@pytest.mark.budget(20)
def test_the_very_exception_is_reported_whatever_its_type(exercise):
    for kind in (OSError, StopIteration, TimeoutError, CancelledError, AssertionError):
        error = kind("out of order")
        called = f"outcomes(executor, [function that raises {error!r}])"
        with ThreadPoolExecutor(1) as executor:
            got = report(exercise, executor, [raising(error)], called)
        last = [outcome[-1] for outcome in got if type(outcome) is tuple]
        copies = [other for other in last if type(other) is kind and other is not error]
        expect_that(
            called,
            not copies,
            got="gives a copy of the exception",
            expected="gives the very exception",
        )
        expect(called, got=got, expected=[("error", error)])


@pytest.mark.points(1)
@pytest.mark.punctual
@pytest.mark.world("model")
def test_a_slow_call_is_waited_for_and_no_functions_give_an_empty_list(exercise):
    def slow():
        time.sleep(AN_HOUR)
        return "after an hour"

    called = "outcomes(executor, [slow]), where slow takes an hour"
    with ThreadPoolExecutor(2) as executor:
        got = report(exercise, executor, [slow], called)
        none = report(exercise, executor, [], "outcomes(executor, [])")
    expect(called, got=got, expected=[("ok", "after an hour")])
    expect("outcomes(executor, [])", got=none, expected=[])
