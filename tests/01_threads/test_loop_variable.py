"""01_threads/loop_variable: one thread per item, each with the item it was made for."""

import threading

import pytest

from grading.testing import Call, Gate, expect, expect_returned, expect_type, settle


class Parcel:
    """An item that is equal to nothing but itself and cannot be iterated."""

    def __init__(self, label):
        self.label = label


class Lookalike(Parcel):
    """An item that is equal to every other of its kind."""

    def __eq__(self, other):
        return isinstance(other, Lookalike)

    def __hash__(self):
        return 0


def expect_handed_over(called, exercise, items, expected):
    """Fail unless `start_each` hands over these: the labels of the items for each thread, in their order."""
    calls = []
    threads = exercise.start_each(
        lambda item: calls.append((threading.current_thread(), item)), items
    )
    expect_type("start_each(function, items)", got=threads, expected=list)
    for thread in threads:
        thread.join()
    here = []
    for ran_in, item in calls:
        if ran_in is threading.current_thread():
            here.append(item.label)
    if here:
        called += f", where the caller's own thread called function with {' and '.join(here)}"
    got = [[item.label for ran_in, item in calls if ran_in is thread] for thread in threads]
    expect(called, got=got, expected=expected)


@pytest.mark.points(2)
def test_each_thread_is_handed_its_own_item(exercise):
    called = "start_each(function, [A, B]): items per thread of the list it gives back"
    expect_handed_over(called, exercise, [Parcel("A"), Parcel("B")], [["A"], ["B"]])


@pytest.mark.points(1)
def test_every_thread_is_alive_on_return_while_the_function_is_blocked(exercise):
    gate = Gate()
    threads = exercise.start_each(lambda item: gate.wait(), [Parcel("A"), Parcel("B")])
    alive = [threading.Thread.is_alive(thread) for thread in threads]
    called = "is_alive() of each thread on return, started and blocked"
    expect(called, got=alive, expected=[True, True])
    gate.open()


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_call_returns_before_any_time_has_passed(exercise):
    """Neither a join nor a nap in the loop, however short."""
    gate = Gate()
    call = Call(exercise.start_each, lambda item: gate.wait(), [Parcel("A"), Parcel("B")])
    settle()
    expect_returned("start_each(function, two items) while both are blocked", call.returned)
    expect("start_each(function, two items): threads", got=len(call.result()), expected=2)


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_equal_items_get_a_thread_and_a_call_each(exercise):
    calls = []
    threads = exercise.start_each(calls.append, [7, 7])
    for thread in threads:
        thread.join()
    settle()
    expect("start_each(function, [7, 7]): threads", got=len(set(threads)), expected=2)
    expect("start_each(function, [7, 7]): calls", got=calls, expected=[7, 7])
    called = "items per thread, A equal to B"
    expect_handed_over(called, exercise, [Lookalike("A"), Lookalike("B")], [["A"], ["B"]])


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_item_may_be_none_or_a_tuple(exercise):
    calls = {}

    def function(*args):
        calls[threading.current_thread()] = args

    threads = exercise.start_each(function, [None, (1, 2)])
    for thread in threads:
        thread.join()
    got = [calls.get(thread) for thread in threads]
    called = "start_each(function, [None, (1, 2)]): arguments per thread"
    expect(called, got=got, expected=[(None,), ((1, 2),)])


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_two_calls_keep_their_own_functions(exercise):
    calls = []
    threads = [
        *exercise.start_each(lambda item: calls.append(f"first({item})"), ["A"]),
        *exercise.start_each(lambda item: calls.append(f"second({item})"), ["B"]),
    ]
    for thread in threads:
        thread.join()
    expected = ["first(A)", "second(B)"]
    expect("start_each(first, [A]), start_each(second, [B])", got=sorted(calls), expected=expected)


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_items_may_come_from_a_generator_and_there_may_be_none(exercise):
    called = "items per thread, from a generator"
    parcels = (Parcel(label) for label in "ABC")
    expect_handed_over(called, exercise, parcels, [["A"], ["B"], ["C"]])
    expect_handed_over("items per thread, no items", exercise, iter(()), [])


@pytest.mark.world("model")
@pytest.mark.points(1)
@pytest.mark.escapes
def test_call_that_raises_does_not_stop_the_others(exercise):
    calls = []

    def function(item):
        calls.append(item)
        if item == 1:
            raise ValueError("from the function")

    for thread in exercise.start_each(function, [1, 2]):
        thread.join()
    expect("items of all calls, the first raises", got=sorted(calls), expected=[1, 2])
