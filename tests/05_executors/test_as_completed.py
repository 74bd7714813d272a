"""05_executors/as_completed: submitted when called, and each result comes as soon as it is ready."""

import contextlib
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from grading.testing import Call, Gate, expect, expect_returned, expect_that, expect_waiting, settle

AN_HOUR = 3600


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


def giving(value):
    return lambda: value


@pytest.mark.points(1)
@pytest.mark.punctual
@pytest.mark.world("model")
def test_results_come_in_the_order_in_which_the_calls_end(exercise):
    def nap(seconds):
        time.sleep(seconds)
        return seconds

    with ThreadPoolExecutor(2) as executor:
        begun = time.monotonic()
        naps = [partial(nap, 2), partial(nap, 1)]
        results = exercise.in_finish_order(executor, naps)
        got = [(result, time.monotonic() - begun) for result in results]
    called = "in_finish_order(executor, naps of 2 and 1 seconds): results, and when they came"
    expect(called, got=got, expected=[(1, 1), (2, 2)])


@pytest.mark.points(1)
def test_quick_result_comes_while_an_earlier_call_still_runs(exercise):
    gate = Gate()

    def slow():
        gate.wait()
        return "slow"

    with ThreadPoolExecutor(2) as executor, gate:
        results = exercise.in_finish_order(executor, [slow, giving("quick")])
        got = [next(results)]
        gate.open()
        got += results
    expect("in_finish_order(executor, [slow, quick])", got=got, expected=["quick", "slow"])


@pytest.mark.points(2)
@pytest.mark.world("model")
def test_every_call_is_submitted_before_the_first_value_is_asked_for(exercise):
    gate = Gate()
    with Counting(1) as executor:
        call = Call(exercise.in_finish_order, executor, [gate.wait, gate.wait])
        settle()
        submitted, returned = executor.submitted, call.returned
        gate.open()
        call.result()
    called = "in_finish_order(executor, [function, function])"
    expect_returned(f"{called} while the calls still run", returned)
    called = f"{called}: calls submitted before a value is asked for"
    expect(called, got=submitted, expected=2)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_waiting_next_returns_as_soon_as_a_result_is_ready(exercise):
    first_gate, second_gate = Gate(), Gate()

    def first():
        first_gate.wait()
        return "first"

    def second():
        second_gate.wait()
        return "second"

    with ThreadPoolExecutor(2) as executor:
        results = exercise.in_finish_order(executor, [first, second])
        asking = Call(next, results)
        settle()
        time.sleep(AN_HOUR)
        early = asking.returned
        second_gate.open()
        settle()
        in_time = asking.returned
        first_gate.open()
        got = [asking.result(), *results]
    expect_waiting("next() before any result is ready", early)
    expect_returned("next() when the second call has ended", in_time)
    expect("in_finish_order(executor, [first, second])", got=got, expected=["second", "first"])


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_results_that_are_ready_before_the_first_question_all_come(exercise):
    with ThreadPoolExecutor(2) as executor:
        results = exercise.in_finish_order(executor, [giving("a"), giving("b")])
        settle()
        got = list(results)
    called = "in_finish_order(executor, functions) asked when both have ended, sorted"
    expect(called, got=sorted(got), expected=["a", "b"])


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_any_value_may_come_and_the_same_function_twice(exercise):
    error = ValueError("a value, not a failure")
    with ThreadPoolExecutor(1) as executor:
        for value in (None, False, error):
            results = exercise.in_finish_order(executor, [giving(value)] * 2)
            settle()
            called = f"in_finish_order(executor, two times a function that gives {value!r})"
            expect(called, got=list(results), expected=[value, value])


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_functions_may_be_any_iterable_and_there_may_be_none(exercise):
    functions = (giving(letter) for letter in "a")
    with ThreadPoolExecutor(1) as executor:
        results = exercise.in_finish_order(executor, functions)
        itself = iter(results) is results
        got = list(results)
        after = list(results)
        none = list(exercise.in_finish_order(executor, functions))
    expect("in_finish_order(executor, generator of one function)", got=got, expected=["a"])
    expect_that(
        "in_finish_order(...)", itself, got="gives no iterator", expected="gives an iterator"
    )
    expect("the same iterator when it has come to its end", got=after, expected=[])
    expect("in_finish_order with the same generator, now empty", got=none, expected=[])


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_executor_makes_every_call_and_stays_open(exercise):
    names = []

    def note():
        names.append(threading.current_thread().name)

    with ThreadPoolExecutor(1, thread_name_prefix="handed-in") as executor:
        for functions in ([note, note], [note]):
            names.clear()
            results = exercise.in_finish_order(executor, functions)
            settle()
            list(results)
            makers = ["the executor" if name.startswith("handed-in") else name for name in names]
            called = "who makes the calls of in_finish_order"
            expect(called, got=makers, expected=["the executor"] * len(functions))
        still_open = is_open(executor)
        expect_that(
            "the executor after in_finish_order",
            still_open,
            got="is shut down",
            expected="is still open",
        )


@pytest.mark.points(1)
@pytest.mark.escapes
@pytest.mark.world("model")
def test_failing_call_makes_nothing_hang_and_the_other_is_made(exercise):
    """What becomes of the exception is open: only that all comes to an end is asked."""
    made = []

    def fail():
        raise ValueError("from a call")

    def work():
        made.append("work()")
        return "done"

    with ThreadPoolExecutor(1) as executor, contextlib.suppress(Exception):
        for _ in exercise.in_finish_order(executor, [fail, work]):
            pass
    expect("in_finish_order(executor, [fail, work]): calls", got=made, expected=["work()"])


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_two_iterators_at_once_give_their_own_results(exercise):
    with ThreadPoolExecutor(1) as executor:
        first = exercise.in_finish_order(executor, [giving("a"), giving("b")])
        second = exercise.in_finish_order(executor, [giving("c")])
        got = [*second, "and", *sorted(first)]
    called = "results of a second in_finish_order, and of the first, asked later"
    expect(called, got=got, expected=["c", "and", "a", "b"])
