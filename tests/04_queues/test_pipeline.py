"""04_queues/pipeline: every stage has a thread, all are at work at once, and all end whatever fails."""

import threading
import time

import pytest

from grading.testing import (
    Call,
    Gate,
    Meeting,
    expect,
    expect_error,
    expect_that,
    expect_waiting,
    leftover_threads,
    no_polling,
    settle,
)


class Failed(Exception):
    """What a failing stage or source raises."""


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


def add_one(value):
    """Be a stage."""
    return value + 1


def double(value):
    """Be another stage, of which the order matters."""
    return value * 2


def same(value):
    """Be a stage that changes nothing."""
    return value


@pytest.mark.points(1)
@pytest.mark.budget(600)
def test_values_pass_through_all_stages_and_keep_their_order(exercise):
    got = exercise.run_pipeline([2, 1], [add_one, double])
    expect("run_pipeline([2, 1], [add_one, double])", got=got, expected=[6, 4])


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(100)
def test_all_stages_work_at_once_each_in_one_thread(exercise):
    """The first is at 2 while the second is at 1 and the third at 0."""
    meeting = Meeting(3)
    threads = {1: [], 2: [], 3: []}

    def stage(number):
        def meet(value):
            threads[number].append(threading.current_thread())
            if value + number == 3:
                meeting.meet()
            return value

        return meet

    got = exercise.run_pipeline([0, 1, 2], [stage(1), stage(2), stage(3)])
    called = "run_pipeline([0, 1, 2], three stages that meet)"
    expect(called, got=got, expected=[0, 1, 2])
    for number in threads:
        different = len(set(threads[number]))
        expect(f"{called}: threads in which stage {number} ran", got=different, expected=1)


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(400)
def test_each_stage_has_a_thread_of_its_own_which_has_ended_on_return(exercise):
    """Also where the same function is a stage twice."""
    seen = []

    def note(value):
        seen.append(threading.current_thread())
        return value + 10

    called = "run_pipeline([1], [add_ten, add_ten])"
    expect(called, got=exercise.run_pipeline([1], [note, note]), expected=[21])
    in_caller = threading.current_thread() in seen
    expect_that(
        f"a stage of {called}",
        not in_caller,
        got="runs in the caller's thread",
        expected="has a thread of its own",
    )
    expect(f"{called}: threads of the two stages", got=len(set(seen)), expected=2)
    expect(f"threads left after {called}", got=leftover_threads(), expected=[])


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(200)
def test_there_may_be_no_stages_and_no_values(exercise):
    source = [2, 1]
    got = exercise.run_pipeline(source, [])
    expect("run_pipeline([2, 1], [])", got=got, expected=[2, 1])
    expect_that(
        "run_pipeline(source, [])",
        got is not source,
        got="the list source itself",
        expected="a list of its own",
    )
    letters = (letter for letter in "ab")
    got = exercise.run_pipeline(letters, [])
    expect("run_pipeline(generator of 'a', 'b', [])", got=got, expected=["a", "b"])
    got = exercise.run_pipeline(letters, [add_one, double])
    expect("run_pipeline(empty generator, [add_one, double])", got=got, expected=[])
    error = Failed("from source")
    expect_error(
        "run_pipeline(a source that fails, [])",
        error,
        exercise.run_pipeline,
        failing([], error),
        [],
    )


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(40)
def test_any_value_and_any_result_is_kept(exercise):
    failure = ValueError("a value, not a failure")
    got = exercise.run_pipeline([None, 1], [same, same])
    expect("run_pipeline([None, 1], [same, same])", got=got, expected=[None, 1])
    stages = [{1: None, 2: failure}.get, same]
    called = "run_pipeline([1, 2], [a stage that returns None and an exception, same])"
    expect(called, got=exercise.run_pipeline([1, 2], stages), expected=[None, failure])
    values = [EqualsAll(), failure, ("error", failure), ("end", None), ..., False, "", []]
    got = exercise.run_pipeline((value for value in values), [same, same])
    expect(f"run_pipeline({values}, [same, same])", got=got, expected=values)


@pytest.mark.points(1)
@pytest.mark.budget(400)
@pytest.mark.escapes
def test_exception_of_a_stage_is_raised_and_all_threads_end(exercise):
    error = Failed("from a stage")

    def fail(value):
        raise error

    called = "run_pipeline([1, 2], [a stage that fails, double])"
    expect_error(called, error, exercise.run_pipeline, [1, 2], [fail, double])
    expect(f"threads left after {called}", got=leftover_threads(), expected=[])


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(400)
@pytest.mark.escapes
def test_exception_of_the_source_is_raised_and_all_threads_end(exercise):
    error = Failed("from source")
    called = "run_pipeline(a source that fails after 1, [add_one, double])"
    expect_error(called, error, exercise.run_pipeline, failing([1], error), [add_one, double])
    expect(f"threads left after {called}", got=leftover_threads(), expected=[])


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.escapes
@pytest.mark.budget(150)
def test_exception_is_raised_when_every_thread_has_ended(exercise):
    """The first stage is still at 2 when the second has failed at 1."""
    error, first_is_at_2, gate = Failed("from the second stage"), Gate(), Gate()

    def first(value):
        if value == 2:
            first_is_at_2.open()
            gate.wait()
        return value

    def second(value):
        first_is_at_2.wait()
        raise error

    call = Call(exercise.run_pipeline, [1, 2], [first, second])
    settle()
    called = "run_pipeline([1, 2], [first, second]) where second fails"
    expect_waiting(f"{called} while first is still at work", call.returned)
    gate.open()
    expect_error(called, error, call.result)
    expect(f"threads left after {called}", got=leftover_threads(), expected=[])


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(200)
def test_stages_that_wait_for_a_value_do_not_poll(exercise):
    gate = Gate()

    def slow():
        yield 1
        gate.wait()
        yield 2

    call = Call(exercise.run_pipeline, slow(), [add_one, double])
    settle()
    for seconds in (1, 3600):  # for those that poll often, and those that poll seldom
        with no_polling("run_pipeline(a source that is slow, [add_one, double])"):
            time.sleep(seconds)
    gate.open()
    got = call.result()
    expect("run_pipeline(a source that is slow, [add_one, double])", got=got, expected=[4, 6])


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(4)
@pytest.mark.escapes
def test_any_number_of_values_and_stages(exercise):
    got = exercise.run_pipeline(range(60), [add_one] * 12)
    expect("run_pipeline(range(60), [add_one] * 12)", got=got, expected=list(range(12, 72)))
    got = exercise.run_pipeline([1], [add_one])
    expect("run_pipeline([1], [add_one])", got=got, expected=[2])
    error = Failed("from the second stage")

    def fail(value):
        if value == 2:
            raise error
        return value

    called = "run_pipeline(range(60), [add_one, a stage that fails once, double])"
    expect_error(called, error, exercise.run_pipeline, range(60), [add_one, fail, double])
    expect(f"threads left after {called}", got=leftover_threads(), expected=[])
