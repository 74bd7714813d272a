"""03_locks/lazy: the value is made once, and an error is no value."""

import contextlib
import time

import pytest

from grading.testing import Call, Gate, expect, expect_error, expect_returned, no_polling, settle


class MakingFailed(Exception):
    """What a failing factory raises."""


class EqualsAll:
    """Says that it is equal to everything, so that only `is` tells it from a mark for 'no value yet'."""

    def __eq__(self, other):
        return True

    def __repr__(self):
        return "EqualsAll()"


class Factory:
    """Makes the values given, one a call, and raises those that are a MakingFailed."""

    def __init__(self, *outcomes):
        self.outcomes = outcomes
        self.calls = []

    def __call__(self):
        self.calls.append("called")
        outcome = self.outcomes[min(len(self.calls), len(self.outcomes)) - 1]
        if isinstance(outcome, MakingFailed):
            raise outcome
        return outcome


def results(calls):
    return [call.result() for call in calls]


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_the_first_get_makes_the_value_and_the_next_ones_share_it(exercise):
    factory = Factory("first", "second", "third")
    lazy = exercise.Lazy(factory)
    expect("calls of factory before the first get()", got=len(factory.calls), expected=0)
    got = [lazy.get(), lazy.get(), Call(lazy.get).result()]
    expect("get() twice, and in another thread", got=got, expected=["first"] * 3)
    expect("calls of factory after three get()", got=len(factory.calls), expected=1)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_none_is_a_value_like_any_other(exercise):
    factory = Factory(None)
    lazy = exercise.Lazy(factory)
    called = "get() three times, with a factory that gives None"
    expect(called, got=[lazy.get() for _ in range(3)], expected=[None] * 3)
    expect(f"calls of factory, {called}", got=len(factory.calls), expected=1)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_any_object_may_be_the_value(exercise):
    failure = ValueError("this was returned by the factory, not raised")
    for odd in (False, 0, "", [], (), ..., object, len, failure, ValueError, EqualsAll()):
        factory = Factory(odd)
        lazy = exercise.Lazy(factory)
        expect(f"the first get(), factory gives {odd!r}", got=lazy.get(), expected=odd)
        expect(f"the second get(), factory gives {odd!r}", got=lazy.get(), expected=odd)
        called = f"calls of factory, which gives {odd!r}, after two get()"
        expect(called, got=len(factory.calls), expected=1)


@pytest.mark.points(1)
def test_two_threads_get_the_value_of_one_call(exercise):
    factory = Factory("first", "second")
    lazy = exercise.Lazy(factory)
    got = results([Call(lazy.get), Call(lazy.get)])
    called = "get() in two threads at once"
    expect(f"calls of factory, {called}", got=len(factory.calls), expected=1)
    expect(called, got=got, expected=["first", "first"])


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_all_who_ask_while_the_value_is_made_wait_for_it_without_polling(exercise):
    gate = Gate()
    factory = Factory("first", "second", "third")

    def slow():
        gate.wait()
        return factory()

    lazy = exercise.Lazy(slow)
    calls = [Call(lazy.get) for _ in range(3)]
    settle()
    returned = [call.returned for call in calls]
    called = "three get() while the value is being made: have they returned?"
    expect(called, got=returned, expected=[False] * 3)
    with no_polling("get() while another thread makes the value"):
        time.sleep(3600)
    gate.open()
    expect("get() in three threads", got=results(calls), expected=["first"] * 3)
    expect("calls of factory, three threads", got=len(factory.calls), expected=1)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_the_caller_sees_the_error_and_the_next_get_tries_again(exercise):
    errors = [MakingFailed("first"), MakingFailed("second")]
    factory = Factory(*errors, "third", "fourth")
    lazy = exercise.Lazy(factory)
    for number, error in zip(("first", "second"), errors, strict=True):
        called = f"the {number} get(), with a factory that fails at its first two calls"
        expect_error(called, error, lazy.get)
    expect("the third get(), factory failed twice", got=lazy.get(), expected="third")
    expect("the fourth get(), factory failed twice", got=lazy.get(), expected="third")


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.punctual
def test_no_lock_is_kept_after_an_error(exercise):
    """Time passes only when all are blocked or done: a call that is not back then never will be."""
    lazy = exercise.Lazy(Factory(MakingFailed("first"), "second"))
    with contextlib.suppress(Exception):
        lazy.get()
    call = Call(lazy.get)
    time.sleep(60)
    expect_returned("get() in another thread, after one that raised", call.returned)


@pytest.mark.points(1)
def test_one_that_waited_while_the_factory_failed_tries_again(exercise):
    error = MakingFailed("first")
    factory = Factory(error, "second", "third")
    lazy = exercise.Lazy(factory)

    def get():
        try:
            return lazy.get()
        except MakingFailed as raised:
            return raised

    got = results([Call(get), Call(get), Call(get)])
    called = "get() in three threads, the factory fails once"
    expect(f"{called}: threads with the error", got=got.count(error), expected=1)
    expect(f"{called}: threads with the value", got=got.count("second"), expected=2)
    expect(f"{called}: calls of factory", got=len(factory.calls), expected=2)


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.punctual
def test_two_lazies_never_wait_for_each_other(exercise):
    """While one value is made and another thread waits for it, other Lazies are of use."""
    gate = Gate()

    def slow():
        gate.wait()
        return "slow"

    early, busy = exercise.Lazy(Factory("early")), exercise.Lazy(slow)
    calls = [Call(busy.get), Call(busy.get)]
    settle()
    others = [Call(early.get), Call(lambda: exercise.Lazy(Factory("late")).get())]
    time.sleep(60)
    for call, made in zip(others, ("before", "meanwhile"), strict=True):
        expect_returned(f"get() of a Lazy made {made}, while another is busy", call.returned)
    gate.open()
    expect("get() of these two Lazies", got=results(others), expected=["early", "late"])
    expect("get() of the busy Lazy, twice", got=results(calls), expected=["slow", "slow"])
