"""05_executors/ordered_map: the executor that is handed in makes the calls, item order is kept."""

import contextlib
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from grading.testing import Call, Gate, Meeting, expect


@pytest.mark.points(2)
def test_results_are_a_list_in_item_order_though_the_first_call_ends_last(exercise):
    last_has_run = Gate()

    def upper(letter):
        if letter == "c":
            last_has_run.wait()
        if letter == "a":
            last_has_run.open()
        return letter.upper()

    with ThreadPoolExecutor(2) as executor:
        got = exercise.labels(executor, upper, ["c", "b", "a"])
        called = "labels(executor, upper, ['c', 'b', 'a']) where 'c' waits for 'a'"
        expect(called, got=got, expected=["C", "B", "A"])  # here, since the workers still run


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.budget(100)
def test_calls_overlap(exercise):
    meeting = Meeting(5)

    def meet(item):
        meeting.meet()
        return item

    with ThreadPoolExecutor(5) as executor:
        got = exercise.labels(executor, meet, range(5))
    expect("labels(executor, meet, range(5))", got=got, expected=list(range(5)))


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_every_call_runs_in_a_thread_of_the_executor(exercise):
    names = []

    def note(item):
        names.append(threading.current_thread().name)

    for items in ([1, 2, 3], [1]):
        names.clear()
        with ThreadPoolExecutor(2, thread_name_prefix="handed-in") as executor:
            exercise.labels(executor, note, items)
        makers = ["the executor" if name.startswith("handed-in") else name for name in names]
        called = f"who makes the calls of labels(executor, note, {items})"
        expect(called, got=makers, expected=["the executor"] * len(items))


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_the_executor_stays_open(exercise):
    with ThreadPoolExecutor(2) as executor:
        exercise.labels(executor, str, [1, 2])
        later = executor.submit(str, 3).result()
        again = exercise.labels(executor, hex, [1, 2])
    expect("executor.submit(str, 3) after labels(executor, ...)", got=later, expected="3")
    called = "labels(executor, hex, [1, 2]) after labels(executor, str, [1, 2])"
    expect(called, got=again, expected=["0x1", "0x2"])


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_items_may_be_a_generator_of_equal_and_unhashable_items(exercise):
    items = ([letter] for letter in "bab")
    with ThreadPoolExecutor(2) as executor:
        called = "labels(executor, ''.join, generator of ['b'], ['a'], ['b'])"
        expect(called, got=exercise.labels(executor, "".join, items), expected=["b", "a", "b"])


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_any_item_and_any_result_is_kept(exercise):
    items = [0, None, "", (1, 2), ValueError("a result, not a failure")]

    def same(item):
        return item

    with ThreadPoolExecutor(2) as executor:
        called = f"labels(executor, same, {items})"
        expect(called, got=exercise.labels(executor, same, items), expected=items)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_no_items_give_an_empty_list(exercise):
    with ThreadPoolExecutor(1) as executor:
        expect("labels(executor, str, [])", got=exercise.labels(executor, str, []), expected=[])


@pytest.mark.points(1)
@pytest.mark.escapes
@pytest.mark.world("model")
def test_a_failing_call_makes_nothing_hang(exercise):
    """What becomes of the exception is open: only that all comes to an end is asked."""

    def fail(item):
        raise ValueError(item)

    with ThreadPoolExecutor(2) as executor:
        labels = Call(exercise.labels, executor, fail, [1, 2])
        with contextlib.suppress(Exception):
            labels.result()
        later = executor.submit(str, 3).result()
    expect("executor.submit(str, 3) after a failing call", got=later, expected="3")
