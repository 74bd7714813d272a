"""06_exceptions/capture: what a task returns or raises in a thread of its own reaches the caller."""

import threading
import time

import pytest

from grading.testing import (
    Call,
    Gate,
    expect,
    expect_error,
    expect_returned,
    expect_that,
    expect_waiting,
    no_polling,
    settle,
)

AN_HOUR = 3600
A_DAY = 24 * AN_HOUR


class Alarm(BaseException):
    """What is no Exception, and escapes whoever catches only those."""


class Picky(Exception):
    """Cannot be made again from its arguments."""

    def __init__(self, code, place):
        super().__init__(f"{code} in {place}")


def raising(error):
    """A task that raises `error`."""

    def task():
        raise error

    return task


def expect_very_error(called, error, function, *args):
    """Fail unless the call raises `error`: not another one, and no copy either."""
    raised = []

    def noted():
        try:
            return function(*args)
        except type(error) as caught:
            raised.append(caught)
            raise

    expect_error(called, type(error), noted)
    very = raised[0] is error
    expect_that(called, very, got="raises a copy of it", expected="raises that very exception")


def expect_result(called, expected, function, *args):
    """Fail unless the call returns `expected`."""
    expect(called, got=function(*args), expected=expected)


@pytest.mark.points(1)
def test_the_result_of_the_task_is_returned(exercise):
    progress = {"steps": 0}

    def task():
        for _ in range(3):
            progress["steps"] += 1
        return f"done in {progress['steps']} steps"

    got = exercise.run_and_reraise(task)
    expect("run_and_reraise(a task of 3 steps)", got=got, expected="done in 3 steps")


@pytest.mark.points(1)
@pytest.mark.escapes
def test_the_very_exception_of_the_task_is_raised(exercise):
    for error in (ValueError("burnt"), Picky(7, "oven")):
        called = f"run_and_reraise(a task that raises {error!r})"
        expect_very_error(called, error, exercise.run_and_reraise, raising(error))


@pytest.mark.points(1)
@pytest.mark.escapes
@pytest.mark.world("model")
def test_what_is_no_ordinary_exception_is_raised_too(exercise):
    for error in (Alarm("fire"), SystemExit(3), GeneratorExit(), StopIteration("over")):
        called = f"run_and_reraise(a task that raises {error!r})"
        expect_very_error(called, error, exercise.run_and_reraise, raising(error))


@pytest.mark.points(1)
@pytest.mark.escapes
@pytest.mark.world("model")
@pytest.mark.budget(60)
def test_any_result_is_returned_as_it_is(exercise):
    """Of earlier calls nothing is remembered, and an exception can be a result."""
    failure = ValueError("a result, not a failure")
    expect_error("run_and_reraise(a failing task)", KeyError, exercise.run_and_reraise, {}.popitem)
    for value in (failure, None, 0, "", [], (None, failure), ("error", failure), KeyError):
        called = f"run_and_reraise(a task that returns {value!r})"
        expect_result(called, value, exercise.run_and_reraise, lambda value=value: value)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_each_call_runs_its_task_once_in_a_thread_of_its_own(exercise):
    ran_in = []

    def task():
        ran_in.append(threading.current_thread())

    for _ in range(2):
        exercise.run_and_reraise(task)
    expect("run_and_reraise(task) twice: calls of task", got=len(ran_in), expected=2)
    different = len({threading.current_thread(), *ran_in})
    called = "run_and_reraise(task) twice: different threads, of the caller and of the two tasks"
    expect(called, got=different, expected=3)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_the_call_blocks_without_polling_while_the_task_is_blocked(exercise):
    gate = Gate()
    call = Call(exercise.run_and_reraise, gate.wait)
    settle()
    with no_polling("run_and_reraise(task)"):
        time.sleep(AN_HOUR)
    time.sleep(A_DAY)
    expect_waiting("run_and_reraise(task) while the task is blocked", call.returned)
    gate.open()


@pytest.mark.points(1)
@pytest.mark.escapes
@pytest.mark.world("model")
def test_the_call_ends_as_soon_as_the_task_has_ended(exercise):
    """Without a nap, however short, and whatever threads of others are still at work."""
    Call(Gate().wait)
    for ending, error in (("returned", None), ("raised an exception", ValueError("burnt"))):
        gate = Gate()

        def task(gate=gate, error=error):
            gate.wait()
            if error is not None:
                raise error

        call = Call(exercise.run_and_reraise, task)
        settle()
        expect_waiting("run_and_reraise(task) while the task is blocked", call.returned)
        gate.open()
        settle()
        expect_returned(f"run_and_reraise(task) after the task has {ending}", call.returned)


@pytest.mark.points(1)
@pytest.mark.escapes
@pytest.mark.world("model")
def test_two_callers_at_once_each_get_their_own(exercise):
    burnt = ValueError("burnt")
    fine = Call(exercise.run_and_reraise, lambda: "a cake")
    failing = Call(exercise.run_and_reraise, raising(burnt))
    called = "run_and_reraise(a task that returns 'a cake') beside a failing one"
    expect_result(called, "a cake", fine.result)
    expect_very_error("run_and_reraise(the failing task)", burnt, failing.result)


@pytest.mark.points(1)
@pytest.mark.escapes
@pytest.mark.world("model")
def test_a_task_may_itself_run_a_task(exercise):
    def nested(task):
        return exercise.run_and_reraise(lambda: exercise.run_and_reraise(task))

    expect_result("run_and_reraise in a task of another", "a cake", nested, lambda: "a cake")
    burnt = ValueError("burnt")
    expect_very_error("run_and_reraise(a failing task), nested", burnt, nested, raising(burnt))
