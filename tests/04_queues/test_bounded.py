"""04_queues/bounded: at most so many values wait between the two sides, and neither is left blocked."""

import threading
import time

import pytest

from grading.testing import (
    Call,
    Gate,
    expect,
    expect_error,
    expect_that,
    leftover_threads,
    no_polling,
    settle,
)


class Failed(Exception):
    """What a failing side raises."""


class EqualsAll:
    """Says that it is equal to everything, so that only `is` tells it from an end mark."""

    def __eq__(self, other):
        return True

    def __repr__(self):
        return "EqualsAll()"


def failing(values, error):
    """Yield `values`, then raise `error`."""
    yield from values
    raise error


def ignore(value):
    """Consume a value."""


def stay_blocked(called):
    """Let time pass: a second for those that poll often, an hour for those that poll seldom."""
    for seconds in (1, 3600):
        with no_polling(called):
            time.sleep(seconds)


@pytest.mark.points(1)
@pytest.mark.budget(400)
def test_values_are_consumed_in_order(exercise):
    consumed = []
    exercise.bounded_relay([3, 1, 2], consumed.append, 2)
    called = "bounded_relay([3, 1, 2], consume, 2): what consume got"
    expect(called, got=consumed, expected=[3, 1, 2])


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(400)
def test_at_most_capacity_values_wait_for_a_slow_consumer(exercise):
    """That makes 3 with the one in each side's hand; whether it is less is left open."""
    given, consumed, most = [], [], [3]

    def source():
        for number in range(1, 6):
            given.append(number)
            yield number

    def consume(value):
        if value == 1:
            settle()  # the producer goes on as far as it can
            most.append(len(given))
        consumed.append(value)

    exercise.bounded_relay(source(), consume, 1)
    called = (
        "bounded_relay(source, consume, 1): values that source has given while the first one is "
        "being consumed (1 may wait, and one is in each hand)"
    )
    expect(called, got=max(most), expected=3)
    called = "bounded_relay(range(1, 6), consume, 1): what consume got"
    expect(called, got=consumed, expected=[1, 2, 3, 4, 5])


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(40)
def test_any_value_is_consumed(exercise):
    failure = ValueError("a value, not a failure")
    values = [EqualsAll(), None, failure, ("error", failure), ..., False, "", []]

    def consumed_of(source):
        consumed = []
        exercise.bounded_relay(source, consumed.append, 2)
        return consumed

    called = "bounded_relay([None, 1], consume, 2): what consume got"
    expect(called, got=consumed_of([None, 1]), expected=[None, 1])
    called = f"bounded_relay({values}, consume, 2): what consume got"
    expect(called, got=consumed_of(value for value in values), expected=values)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_each_side_has_a_thread_of_its_own(exercise):
    """As only one value may wait, both must be under way before the second is handed over."""
    iterating, consuming = [], []

    def source():
        for number in range(2):
            iterating.append(threading.current_thread())
            yield number

    def consume(value):
        consuming.append(threading.current_thread())

    exercise.bounded_relay(source(), consume, 1)
    called = "bounded_relay(range(2), consume, 1)"
    caller = threading.current_thread()
    expect_that(
        f"source, of {called}",
        caller not in iterating,
        got="is iterated by the caller",
        expected="is iterated by a producer thread",
    )
    expect_that(
        f"consume, of {called}",
        caller not in consuming,
        got="is called by the caller",
        expected="is called by a consumer thread",
    )
    expect(f"{called}: threads that iterate source", got=len(set(iterating)), expected=1)
    expect(f"{called}: threads that call consume", got=len(set(consuming)), expected=1)
    apart = iterating[0] is not consuming[0]
    expect_that(called, apart, got="one thread for both sides", expected="a thread for each side")


@pytest.mark.points(1)
@pytest.mark.budget(400)
@pytest.mark.escapes
def test_exception_of_consume_is_raised_and_ends_both(exercise):
    """Values that wait when it comes may be consumed or not: 2 and 3 here, but not 4."""
    error, consumed = Failed("from consume"), []

    def consume(value):
        consumed.append(value)
        if value == 1:
            raise error

    called = "bounded_relay([1, 2, 3, 4], a consume that fails at 1, 1)"
    expect_error(called, error, exercise.bounded_relay, [1, 2, 3, 4], consume, 1)
    expect(f"threads left after {called}", got=leftover_threads(), expected=[])
    expect_that(
        called, 4 not in consumed, got="consumes 4 all the same", expected="ends after the failure"
    )


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(400)
@pytest.mark.escapes
def test_exception_of_the_source_is_raised_and_ends_both(exercise):
    error = Failed("from source")
    called = "bounded_relay(a source that fails after 1, consume, 1)"
    expect_error(called, error, exercise.bounded_relay, failing([1], error), ignore, 1)
    expect(f"threads left after {called}", got=leftover_threads(), expected=[])
    exercise.bounded_relay([], ignore, 1)  # raises nothing: what the first call raised is over


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(400)
@pytest.mark.escapes
def test_both_sides_may_fail(exercise):
    def consume(value):
        raise Failed("from consume")

    source = failing([1], Failed("from source"))
    called = "bounded_relay(a source that fails after 1, a consume that fails, 1)"
    expect_error(called, Failed, exercise.bounded_relay, source, consume, 1)
    expect(f"threads left after {called}", got=leftover_threads(), expected=[])


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(400)
def test_a_producer_that_waits_for_room_does_not_poll(exercise):
    gate = Gate()

    def consume(value):
        gate.wait()

    relay = Call(exercise.bounded_relay, range(4), consume, 1)
    settle()
    stay_blocked("bounded_relay(range(4), a consume that is slow, 1)")
    gate.open()
    relay.result()


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_a_consumer_that_waits_for_a_value_does_not_poll(exercise):
    gate = Gate()

    def source():
        yield 1
        gate.wait()
        yield 2

    relay = Call(exercise.bounded_relay, source(), ignore, 1)
    settle()
    stay_blocked("bounded_relay(a source that is slow, consume, 1)")
    gate.open()
    relay.result()


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(400)
def test_all_is_consumed_and_both_threads_have_ended_on_return(exercise):
    steps = []

    def consume(value):
        steps.append("begin")
        steps.append("end")

    exercise.bounded_relay([1, 2], consume, 1)
    called = "bounded_relay([1, 2], consume, 1): what consume has done on return"
    expect(called, got=steps, expected=["begin", "end", "begin", "end"])
    expect("threads left after bounded_relay", got=leftover_threads(), expected=[])
