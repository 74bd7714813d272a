"""01_threads/results: functions run at the same time, and their results come in the order of the functions."""

import contextlib
import threading
from functools import partial

import pytest

from grading.testing import Call, Gate, Meeting, expect, expect_own_threads, settle


class Shop:
    """A callable that is equal to every other of its kind and cannot be a key."""

    __hash__ = None

    def __init__(self, answer):
        self.answer = answer

    def __eq__(self, other):
        return isinstance(other, Shop)

    def __call__(self):
        return self.answer


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_calls_overlap(exercise):
    meeting = Meeting(3)
    got = exercise.gather([meeting.meet] * 3)
    expect("gather([meet, meet, meet])", got=got, expected=[None, None, None])


@pytest.mark.points(1)
def test_results_are_in_the_order_of_the_functions_though_the_first_ends_last(exercise):
    coffee_is_ready = Gate()

    def tea():
        coffee_is_ready.wait()
        return "tea"

    def coffee():
        coffee_is_ready.open()
        return "coffee"

    got = exercise.gather([tea, coffee])
    expect("gather([tea, coffee]), tea waits for coffee", got=got, expected=["tea", "coffee"])


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_all_results_are_there_when_the_call_returns(exercise):
    got = exercise.gather([lambda: 2, lambda: 1])
    expect("gather([two, one])", got=got, expected=[2, 1])


@pytest.mark.world("model")
@pytest.mark.budget(4)
@pytest.mark.points(1)
def test_any_number_of_calls_overlap(exercise):
    meeting = Meeting(40)

    def call(number):
        meeting.meet()
        return number

    got = exercise.gather([partial(call, number) for number in range(40)])
    expect("gather of 40 functions", got=got, expected=list(range(40)))


@pytest.mark.world("live")
@pytest.mark.points(1)
def test_many_short_calls_keep_their_results(exercise):
    """Before Python 3.13, a thread that has ended may leave its ident to the next one."""
    got = exercise.gather([partial(int, number) for number in range(20)])
    expect("gather of 20 short functions", got=got, expected=list(range(20)))


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_every_function_is_called_once_in_a_thread_of_its_own(exercise):
    """Also where the first has returned before the second is called, and where there is only one."""
    ran_in = []

    def function():
        ran_in.append(threading.current_thread())

    exercise.gather([function, function])
    expect("gather([function, function]): calls", got=len(ran_in), expected=2)
    expect_own_threads("gather([function, function]): the threads that made them", ran_in, 2)
    exercise.gather([function])
    expect_own_threads("the same, and then gather([function])", ran_in, 3)


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_result_may_be_any_value(exercise):
    """None and an exception are returned like everything else, and so are false values."""
    for values in ([None, ValueError("a result, not a failure")], [0, object()]):
        got = exercise.gather([partial(lambda value: value, value) for value in values])
        expect("gather of functions that return these values", got=got, expected=values)


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_equal_functions_keep_their_own_results(exercise):
    got = exercise.gather([Shop("near"), Shop("far")])
    expect("gather([near, far]), near == far", got=got, expected=["near", "far"])
    pop = ["A", "B"].pop
    got = exercise.gather([pop, pop])
    called = "gather([pop, pop]), the same twice, gives A and B, sorted"
    expect(called, got=sorted(got, key=str), expected=["A", "B"])


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_functions_may_come_from_a_generator_and_there_may_be_none(exercise):
    got = exercise.gather(Shop(answer) for answer in ("near", "far"))
    expect("gather of two functions from a generator", got=got, expected=["near", "far"])
    expect("gather of no functions after that", got=exercise.gather(iter(())), expected=[])


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_two_callers_at_once_get_their_own_results(exercise):
    calls = [Call(exercise.gather, [Shop(answer)]) for answer in ("near", "far")]
    got = [call.result() for call in calls]
    expect("gather([near]) and gather([far]) at once", got=got, expected=[["near"], ["far"]])


@pytest.mark.world("model")
@pytest.mark.points(1)
@pytest.mark.escapes
def test_function_that_raises_does_not_stop_the_others(exercise):
    """They all finish; whether the exception reaches the caller, and when, is left open."""
    finished = []

    def bad():
        raise ValueError("from a function")

    with contextlib.suppress(Exception):
        exercise.gather([bad, lambda: finished.append("good")])
    settle()
    expect("calls that finished, of gather([bad, good])", got=finished, expected=["good"])
    expect("gather([near]) after that", got=exercise.gather([Shop("near")]), expected=["near"])
