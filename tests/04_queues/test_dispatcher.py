"""04_queues/dispatcher: workers that stay handle whatever is submitted, and survive what fails."""

import queue
import time

import pytest

from grading.testing import (
    Call,
    Gate,
    expect,
    expect_error,
    expect_that,
    expect_type,
    expect_waiting,
    leftover_threads,
    no_polling,
    settle,
)


class HandleFailed(Exception):
    """What a failing call of handle raises."""


class EqualsAll:
    """Says that it is equal to everything, so that only `is` tells it from an end mark."""

    def __eq__(self, other):
        return True

    def __repr__(self):
        return "EqualsAll()"


def fail(error):
    raise error


def ready(dispatcher):
    """Let its workers come to where they wait for items: that they start is not what most tests are about."""
    settle()
    return dispatcher


@pytest.mark.points(1)
@pytest.mark.budget(200)
def test_every_item_is_handled_once_when_wait_returns(exercise):
    """Also the second time, and with nothing submitted there is nothing to wait for."""
    handled = []
    dispatcher = ready(exercise.Dispatcher(handled.append, 1))
    dispatcher.wait()
    dispatcher.submit("a")
    dispatcher.wait()
    expect("submit('a'), wait(): items handled", got=list(handled), expected=["a"])
    dispatcher.submit("b")
    dispatcher.wait()
    called = "submit('b'), wait() after that: items handled"
    expect(called, got=list(handled), expected=["a", "b"])
    dispatcher.close()


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(200)
def test_as_many_items_as_workers_are_handled_at_once(exercise):
    """It begins by itself, before anybody waits."""
    gates, begun = [Gate(), Gate(), Gate()], []

    def held(item):
        begun.append(item)
        gates[item].wait()

    dispatcher = ready(exercise.Dispatcher(held, 2))
    # A submit that blocks while all workers are busy is none of this test's business.
    submits = []
    for item in range(3):
        submits.append(Call(dispatcher.submit, item))
        settle()
    called = "Dispatcher(handle, 2), 3 items submitted: calls of handle under way"
    expect(called, got=len(begun), expected=2)
    for gate in gates:
        gate.open()
        settle()
    for submit in submits:
        submit.result()
    dispatcher.close()


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(200)
def test_several_threads_may_submit(exercise):
    handled = []
    dispatcher = exercise.Dispatcher(handled.append, 1)
    submits = [Call(dispatcher.submit, item) for item in (1, 2)]
    for submit in submits:
        submit.result()
    dispatcher.wait()
    called = "submit(1) and submit(2) in two threads, then wait(): items handled, sorted"
    expect(called, got=sorted(handled), expected=[1, 2])
    dispatcher.close()


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(200)
def test_every_wait_blocks_without_polling_until_all_is_handled(exercise):
    gate = Gate()
    dispatcher = ready(exercise.Dispatcher(lambda item: gate.wait(), 1))
    dispatcher.submit(1)
    waits = [Call(dispatcher.wait), Call(dispatcher.wait)]
    settle()
    with no_polling("wait() while an item is being handled"):
        time.sleep(3600)
    returned = [wait.returned for wait in waits]
    called = "wait() in two threads: returned while an item is being handled?"
    expect(called, got=returned, expected=[False, False])
    gate.open()
    settle()
    returned = [wait.returned for wait in waits]
    called = "wait() in two threads: returned when the item was handled?"
    expect(called, got=returned, expected=[True, True])
    dispatcher.close()


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(200)
def test_close_waits_without_polling_and_ends_the_workers(exercise):
    """Nor does wait, nor a worker that has nothing to do meanwhile."""
    gate = Gate()
    dispatcher = ready(exercise.Dispatcher(lambda item: gate.wait(), 2))
    dispatcher.submit(1)
    Call(dispatcher.wait)
    settle()
    with no_polling("wait() while one of two workers handles an item"):
        time.sleep(3600)
    close = Call(dispatcher.close)
    settle()
    with no_polling("close() while an item is being handled"):
        time.sleep(3600)
    expect_waiting("close() while an item is being handled", close.returned)
    gate.open()
    close.result()
    expect("threads left after close()", got=leftover_threads(), expected=[])


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.escapes
@pytest.mark.budget(200)
def test_errors_holds_what_handle_raised_when_wait_returns(exercise):
    errors = [HandleFailed("a"), HandleFailed("b")]
    dispatcher = ready(exercise.Dispatcher(fail, 1))
    expect("Dispatcher(handle, 1).errors", got=dispatcher.errors, expected=[])
    for error in errors:
        dispatcher.submit(error)
    dispatcher.wait()
    recorded = dispatcher.errors
    expect_type("errors", got=recorded, expected=list)
    called = "errors, sorted, after two calls of handle failed and wait() returned"
    expect(called, got=sorted(recorded, key=str), expected=errors)
    dispatcher.close()
    other = exercise.Dispatcher(fail, 1)
    expect("errors of another Dispatcher", got=other.errors, expected=[])
    other.close()


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.escapes
@pytest.mark.budget(200)
def test_errors_of_two_workers_at_the_same_time_are_both_kept(exercise):
    gate, errors = Gate(), [HandleFailed("a"), HandleFailed("b")]

    def fail_together(error):
        gate.wait()
        raise error

    dispatcher = ready(exercise.Dispatcher(fail_together, 2))
    for error in errors:
        dispatcher.submit(error)
        settle()
    gate.open()
    dispatcher.wait()
    called = "errors, sorted, after two calls of handle failed at once and wait() returned"
    expect(called, got=sorted(dispatcher.errors, key=str), expected=errors)
    dispatcher.close()


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.escapes
@pytest.mark.budget(200)
def test_a_worker_lives_on_after_its_errors(exercise):
    """Whatever they are: Empty and IndexError are no end of the queue."""
    handled = []

    def handle(item):
        handled.append(item)
        if isinstance(item, Exception):
            raise item

    items = [queue.Empty("1"), IndexError("2"), HandleFailed("3"), "good"]
    dispatcher = exercise.Dispatcher(handle, 1)
    for item in items:
        dispatcher.submit(item)
        settle()
    dispatcher.wait()
    called = "one worker, three failing items and a good one: handled when wait() returns"
    expect(called, got=sorted(handled, key=str), expected=items)
    expect("errors after that, sorted", got=sorted(dispatcher.errors, key=str), expected=items[:3])
    dispatcher.close()


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(60)
def test_any_item_may_be_submitted(exercise):
    handled = []
    failure = ValueError("an item, not a failure")
    items = [EqualsAll(), None, False, 0, "", (), [], failure, ("error", failure), object, ...]
    dispatcher = exercise.Dispatcher(lambda item: handled.append(item), 1)
    for item in items:
        dispatcher.submit(item)
        settle()
    dispatcher.close()
    for item in items:
        there = any(item is other for other in handled)
        called = f"submit({item!r}), then close()"
        expect_that(called, there, got="the item is not handled", expected="it is handled")
    expect(f"number of items handled of {items}", got=len(handled), expected=len(items))
    expect("errors after that", got=dispatcher.errors, expected=[])


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.escapes
@pytest.mark.budget(200)
def test_after_close_submit_is_refused_and_wait_and_close_return(exercise):
    dispatcher, error = exercise.Dispatcher(fail, 1), HandleFailed()
    dispatcher.submit(error)
    dispatcher.close()
    expect("errors after a failing item and close()", got=dispatcher.errors, expected=[error])
    for _ in range(2):
        expect_error("submit(2) after close()", RuntimeError, dispatcher.submit, 2)
        dispatcher.wait()
        dispatcher.close()
    ready(exercise.Dispatcher(fail, 1)).close()
    expect("threads left after close()", got=leftover_threads(), expected=[])


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(300)
def test_an_item_submitted_while_it_closes_is_handled_or_refused(exercise):
    handled = []
    dispatcher = exercise.Dispatcher(handled.append, 1)
    submit = Call(dispatcher.submit, "late")
    dispatcher.close()
    try:
        submit.result()
    except RuntimeError:
        pass
    else:
        called = "submit('late'), not refused, while close() ran: items handled"
        expect(called, got=handled, expected=["late"])
    dispatcher.wait()
