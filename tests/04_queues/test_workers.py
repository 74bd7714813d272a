"""04_queues/workers: several threads share one queue, each item is worked once, results are in order."""

import contextlib
import queue
import threading
import time

import pytest

from grading.testing import (
    Call,
    Gate,
    expect,
    expect_error,
    expect_waiting,
    leftover_threads,
    no_polling,
    settle,
)


class WorkFailed(Exception):
    """What a failing call of work raises."""


class EqualsAll:
    """Says that it is equal to everything, so that only `is` tells it from an end mark."""

    def __eq__(self, other):
        return True

    def __repr__(self):
        return "EqualsAll()"


def same(item):
    return item


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
@pytest.mark.budget(150)
def test_results_are_in_item_order_though_the_first_call_ends_last(exercise):
    def upper(letter):
        if letter == "c":
            settle()
        return letter.upper()

    got = exercise.process_all(["c", "b", "a"], upper, 2)
    called = "process_all(['c', 'b', 'a'], upper, 2) where 'c' is slow"
    expect(called, got=got, expected=["C", "B", "A"])


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(150)
def test_as_many_calls_as_workers_are_under_way_at_once(exercise):
    gates, begun = [Gate(), Gate(), Gate()], []

    def held(item):
        begun.append(item)
        gates[item].wait()

    call = Call(exercise.process_all, range(3), held, 2)
    settle()
    called = "process_all(range(3), work, 2): calls of work under way at once"
    expect(called, got=len(begun), expected=2)
    for gate in gates:
        gate.open()
        settle()
    call.result()
    called = "process_all(range(3), work, 2): items that work was called with"
    expect(called, got=sorted(begun), expected=[0, 1, 2])


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(150)
def test_a_slow_item_holds_up_no_other(exercise):
    """All workers take from one queue, so the rest falls to whoever is free."""
    gate, worked = Gate(), []

    def work(item):
        if item == 0:
            gate.wait()
        worked.append(item)

    call = Call(exercise.process_all, range(4), work, 2)
    settle()
    called = "process_all(range(4), work, 2): worked while work(0) is blocked"
    expect(called, got=sorted(worked), expected=[1, 2, 3])
    gate.open()
    call.result()


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(200)
def test_all_workers_are_started_for_fewer_items_too(exercise):
    """Each call takes as long as it takes to start the workers, or a pool may find its first thread idle again."""

    def work(item):
        settle()
        return item

    with counted_starts() as started:
        got = exercise.process_all("ab", work, 3)
    expect("process_all('ab', work, 3)", got=got, expected=["a", "b"])
    at_least = min(len(started), 3)
    expect("process_all('ab', work, 3): threads started", got=at_least, expected=3)


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(60)
def test_any_item_and_any_result_is_kept(exercise):
    failure = ValueError("work returned it, so it is a result")
    items = [EqualsAll(), None, 0, "", (), [], False, failure, ("error", failure), ValueError, ...]
    called = f"process_all({items}, same, 1)"
    expect(called, got=exercise.process_all(items, same, 1), expected=items)


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(60)
def test_items_may_be_a_generator_of_equal_items_or_none_at_all(exercise):
    items = ([letter] for letter in "bab")
    called = "process_all(generator of ['b'], ['a'], ['b'], ''.join, 1)"
    expect(called, got=exercise.process_all(items, "".join, 1), expected=["b", "a", "b"])
    called = "process_all of the same generator, now empty"
    expect(called, got=exercise.process_all(items, "".join, 2), expected=[])


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_the_call_waits_for_its_workers_without_polling(exercise):
    """One worker is at work, the other finds nothing to do."""
    gate = Gate()

    def work(item):
        gate.wait()

    call = Call(exercise.process_all, [1], work, 2)
    settle()
    with no_polling("process_all([1], work, 2) while work(1) is blocked"):
        time.sleep(3600)
    expect_waiting("process_all([1], work, 2) while work(1) is blocked", call.returned)
    gate.open()


@pytest.mark.points(1)
@pytest.mark.escapes
@pytest.mark.budget(150)
def test_the_exception_of_the_first_item_is_raised_though_it_fails_last(exercise):
    errors = {"a": WorkFailed("a"), "b": WorkFailed("b")}

    def fail(letter):
        if letter == "a":
            settle()
        raise errors[letter]

    called = "process_all(['a', 'b'], fail, 2) where 'a' is slow"
    expect_error(called, errors["a"], exercise.process_all, ["a", "b"], fail, 2)


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.escapes
@pytest.mark.budget(150)
def test_the_other_items_are_worked_once_each_though_some_fail(exercise):
    """None of the workers ends by a failure, and no failure is taken for an end of the queue."""
    for errors, items, workers in (
        ({-1: WorkFailed()}, [-1, 2], 2),
        ({-1: queue.Empty(), -2: IndexError()}, [-1, -2, 3], 1),
    ):
        worked = []

        def work(item, errors=errors, worked=worked):
            worked.append(item)
            if item in errors:
                raise errors[item]

        called = f"process_all({items}, work, {workers}) where work raises, by item, {errors}"
        expect_error(called, errors[-1], exercise.process_all, items, work, workers)
        expect(f"{called}: items worked, sorted", got=sorted(worked), expected=sorted(items))


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.escapes
@pytest.mark.budget(150)
def test_all_workers_have_ended_on_return_and_after_an_error(exercise):
    exercise.process_all("a", same, 2)
    expect("threads left after process_all('a', same, 2)", got=leftover_threads(), expected=[])

    def fail(item):
        raise WorkFailed(item)

    called = "process_all('a', fail, 1)"
    expect_error(called, WorkFailed, exercise.process_all, "a", fail, 1)
    expect(f"threads left after {called}", got=leftover_threads(), expected=[])
