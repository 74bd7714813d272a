"""05_executors/pool: a pool of its own makes the calls, and has ended when the function returns."""

import contextlib
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
    expect_that,
    leftover_threads,
    settle,
)


def same(item):
    return item


@contextlib.contextmanager
def noted_pools():
    """Give a list which gets every ThreadPoolExecutor that is made meanwhile."""
    made, init = [], ThreadPoolExecutor.__init__

    def noted_init(pool, *args, **kwargs):
        made.append(pool)
        init(pool, *args, **kwargs)

    ThreadPoolExecutor.__init__ = noted_init
    try:
        yield made
    finally:
        ThreadPoolExecutor.__init__ = init


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_results_are_a_list_in_item_order_though_the_first_call_ends_last(exercise):
    last_has_run = Gate()

    def upper(letter):
        if letter == "b":
            last_has_run.wait()
        else:
            last_has_run.open()
        return letter.upper()

    got = exercise.run_in_pool(upper, ["b", "a"], 2)
    called = "run_in_pool(upper, ['b', 'a'], 2) where 'b' waits for 'a'"
    expect(called, got=got, expected=["B", "A"])


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_calls_overlap(exercise):
    meeting = Meeting(2)

    def meet(item):
        meeting.meet()
        return item

    got = exercise.run_in_pool(meet, [1, 2], 2)
    expect("run_in_pool(meet, [1, 2], 2)", got=got, expected=[1, 2])


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(4)
def test_twelve_workers_make_twelve_calls_at_a_time(exercise):
    gate = Gate()
    ran_in = []

    def hold(item):
        ran_in.append(threading.current_thread())
        gate.wait()

    call = Call(exercise.run_in_pool, hold, range(15), 12)
    settle()
    begun = len(ran_in)
    gate.open()
    call.result()
    called = "run_in_pool(hold, range(15), 12)"
    expect(f"{called}: calls begun while none can end", got=begun, expected=12)
    expect(f"{called}: threads that made the calls", got=len(set(ran_in)), expected=12)


@pytest.mark.points(1)
@pytest.mark.punctual
@pytest.mark.world("model")
def test_one_worker_makes_one_call_at_a_time(exercise):
    ran_in = []

    def nap(item):
        ran_in.append(threading.current_thread())
        time.sleep(1)

    begun = time.monotonic()
    exercise.run_in_pool(nap, [1, 2], 1)
    seconds = time.monotonic() - begun
    called = "run_in_pool(nap, [1, 2], 1) where each nap is 1 second"
    expect(f"{called}: calls made", got=len(ran_in), expected=2)
    expect(f"{called}: seconds that it took", got=seconds, expected=2)
    expect(f"{called}: threads that made the calls", got=len(set(ran_in)), expected=1)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_every_call_runs_in_a_new_thread_pool_executor(exercise):
    ran_in = []

    def note(item):
        ran_in.append(threading.current_thread())

    for items in ([1, 2], [1]):
        ran_in.clear()
        called = f"run_in_pool(note, {items}, 2)"
        with noted_pools() as made:
            exercise.run_in_pool(note, items, 2)
        caller = threading.main_thread()
        makers = ["the caller" if thread is caller else "another thread" for thread in ran_in]
        expect(
            f"who makes the calls of {called}", got=makers, expected=["another thread"] * len(items)
        )
        expect_that(
            called,
            bool(made),
            got="makes no ThreadPoolExecutor",
            expected="makes a ThreadPoolExecutor",
        )


@pytest.mark.points(1)
def test_all_threads_have_ended_on_return(exercise):
    exercise.run_in_pool(same, [1, 2], 2)
    expect("threads left by run_in_pool(same, [1, 2], 2)", got=leftover_threads(), expected=[])


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_exception_of_a_call_is_raised_when_all_threads_have_ended(exercise):
    error = ValueError("from a call")

    def fail_at_two(item):
        if item == 2:
            raise error
        return item

    for items in ([1, 2], [2]):
        called = f"run_in_pool(fail_at_two, {items}, 2)"
        expect_error(called, error, exercise.run_in_pool, fail_at_two, items, 2)
        expect(f"threads left by {called}", got=leftover_threads(), expected=[])


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_all_threads_have_ended_where_the_items_fail(exercise):
    error = ValueError("from the items")

    def items():
        yield 1
        raise error

    called = "run_in_pool(same, a generator that fails after 1, 2)"
    expect_error(called, error, exercise.run_in_pool, same, items(), 2)
    expect(f"threads left by {called}", got=leftover_threads(), expected=[])


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_call_that_has_begun_finishes_though_another_fails(exercise):
    begun, failed = Gate(), Gate()
    finished = []

    def work(item):
        if item == "bad":
            begun.wait()
            failed.open()
            raise ValueError("from a call")
        begun.open()
        failed.wait()
        finished.append(item)

    with contextlib.suppress(ValueError):
        exercise.run_in_pool(work, ["bad", "good"], 2)
    called = "run_in_pool(work, ['bad', 'good'], 2): finished when it raises"
    expect(called, got=finished, expected=["good"])


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_items_may_be_any_iterable_and_there_may_be_none(exercise):
    items = ([letter] for letter in "bab")
    called = "run_in_pool(''.join, generator of ['b'], ['a'], ['b'], 1)"
    expect(called, got=exercise.run_in_pool("".join, items, 1), expected=["b", "a", "b"])
    called = "run_in_pool(''.join, the same generator, now empty, 1)"
    expect(called, got=exercise.run_in_pool("".join, items, 1), expected=[])


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_any_item_and_any_result_is_kept(exercise):
    items = [None, 0, ValueError("a result, not a failure")]
    called = f"run_in_pool(same, {items}, 1)"
    expect(called, got=exercise.run_in_pool(same, items, 1), expected=items)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_two_callers_at_once_have_pools_of_their_own(exercise):
    first = Call(exercise.run_in_pool, same, ["a"], 1)
    second = Call(exercise.run_in_pool, same, ["b"], 1)
    got = [first.result(), second.result()]
    called = "run_in_pool(same, ['a'], 1) and run_in_pool(same, ['b'], 1) at once"
    expect(called, got=got, expected=[["a"], ["b"]])
