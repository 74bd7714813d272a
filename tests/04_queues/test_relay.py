"""04_queues/relay: a producer thread and a consumer thread carry every value in order."""

import contextlib
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


class SourceFailed(Exception):
    """What a failing source raises."""


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


@contextlib.contextmanager
def counted_starts():
    """Give a list which gets every thread that is started meanwhile."""
    started, start = [], threading.Thread.start

    def noted_start(thread):
        started.append(thread)
        start(thread)

    threading.Thread.start = noted_start
    try:
        yield started
    finally:
        threading.Thread.start = start


@pytest.mark.points(1)
def test_values_arrive_in_order(exercise):
    expect("relay([3, 1, 2])", got=exercise.relay([3, 1, 2]), expected=[3, 1, 2])


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(6)
def test_any_number_of_values_gets_through(exercise):
    expect("relay(range(150))", got=exercise.relay(range(150)), expected=list(range(150)))


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_none_is_a_value_like_any_other(exercise):
    expect("relay([None, 1, None])", got=exercise.relay([None, 1, None]), expected=[None, 1, None])


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(40)
def test_any_object_may_occur(exercise):
    failure = ValueError("a value, not a failure")
    for odd in (EqualsAll(), failure, ("error", failure), ..., object, object(), False, "", []):
        name = "object()" if type(odd) is object else repr(odd)
        expect(f"relay([{name}, 1])", got=exercise.relay([odd, 1]), expected=[odd, 1])


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_a_generator_is_iterated_once_and_may_be_empty(exercise):
    letters = (letter for letter in "ab")
    expect("relay(generator of 'a', 'b')", got=exercise.relay(letters), expected=["a", "b"])
    expect("relay of the same generator, now empty", got=exercise.relay(letters), expected=[])


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_a_producer_and_a_consumer_thread_are_started(exercise):
    """Producer and consumer may follow one another, so the threads are counted as they start."""
    iterating = []

    def source():
        iterating.append(threading.current_thread())
        settle()  # or a pool of two may find its first thread idle again
        yield "a"

    with counted_starts() as started:
        exercise.relay(source())
    in_caller = threading.current_thread() in iterating
    expect_that(
        "values, of relay(values)",
        not in_caller,
        got="is iterated in the caller's thread",
        expected="is iterated in the producer's thread",
    )
    expect_that(
        "threads that relay(values) starts",
        len(started) >= 2,
        got=str(len(started)),
        expected="a producer and a consumer",
    )


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_the_consumer_waits_for_a_slow_value_without_polling(exercise):
    gate = Gate()

    def slow():
        yield "a"
        gate.wait()
        yield "b"

    relay = Call(exercise.relay, slow())
    settle()
    with no_polling("relay(values) whose second value is late"):
        time.sleep(3600)
    gate.open()
    expect("relay(values) whose second value is late", got=relay.result(), expected=["a", "b"])


@pytest.mark.points(1)
@pytest.mark.escapes
def test_the_very_exception_of_the_source_is_raised_and_both_threads_end(exercise):
    for values in ([], ["a"]):
        error = SourceFailed()
        called = f"relay(a source that fails after {values})"
        expect_error(called, error, exercise.relay, failing(values, error))
        expect(f"threads left after {called}", got=leftover_threads(), expected=[])


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_both_threads_have_ended_on_return(exercise):
    exercise.relay("a")
    expect("threads left after relay('a')", got=leftover_threads(), expected=[])
