"""01_threads/arguments: a call goes to a new thread with all its arguments, and nobody waits for it."""

import functools
import threading

import pytest

from grading.testing import Call, Gate, expect, expect_returned, expect_started, settle


class Calls:
    """A function that keeps what it was called with, and in which thread."""

    def __init__(self):
        self.made = []

    def __call__(self, *args, **kwargs):
        self.made.append((threading.current_thread(), args, kwargs))

    def received(self):
        return [(args, kwargs) for _, args, kwargs in self.made]


def started(exercise, function, *args, **kwargs):
    """The thread that `call_in_thread` gives back, which must have been started."""
    thread = exercise.call_in_thread(function, *args, **kwargs)
    expect_started("call_in_thread(function, ...)", thread)
    return thread


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_function_is_called_in_the_thread_that_is_returned(exercise):
    function = Calls()
    thread = started(exercise, function, "soup")
    thread.join()
    ran_in = [where for where, _, _ in function.made]
    expect("the threads that called function('soup')", got=ran_in, expected=[thread])


@pytest.mark.points(1)
def test_function_gets_all_arguments_and_keywords(exercise):
    function = Calls()
    started(exercise, function, "soup", 2, spice="much").join()
    called = "(args, kwargs) of function, by call_in_thread(function, 'soup', 2, spice='much')"
    expect(called, got=function.received(), expected=[(("soup", 2), {"spice": "much"})])


@pytest.mark.points(1)
def test_thread_is_alive_on_return_while_the_function_is_blocked(exercise):
    gate = Gate()
    thread = started(exercise, gate.wait)
    expect("is_alive() while the function is blocked", got=thread.is_alive(), expected=True)
    gate.open()


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_call_returns_before_any_time_has_passed(exercise):
    """Neither a join nor a nap before the return, however short."""
    gate = Gate()
    call = Call(exercise.call_in_thread, lambda dish: gate.wait(), "soup")
    settle()
    expect_returned("call_in_thread(function, 'soup') while the function is blocked", call.returned)


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_function_may_be_any_callable_and_there_may_be_no_arguments(exercise):
    """A partial has no __name__, for one."""
    calls = []
    started(exercise, functools.partial(calls.append, "partial")).join()
    expect("call_in_thread(partial), then join", got=calls, expected=["partial"])
    function = Calls()
    started(exercise, function).join()
    called = "(args, kwargs) of function, by call_in_thread(function)"
    expect(called, got=function.received(), expected=[((), {})])


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_single_argument_stays_one_whatever_it_is(exercise):
    for argument in ("ab", (1, 2), None):
        function = Calls()
        started(exercise, function, argument).join()
        called = f"(args, kwargs) of function, by call_in_thread(function, {argument!r})"
        expect(called, got=function.received(), expected=[((argument,), {})])


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_keywords_that_a_thread_knows_too_go_to_the_function(exercise):
    function = Calls()
    started(exercise, function, name="Ada", daemon=None).join()
    called = "(args, kwargs) of function, by call_in_thread(function, name='Ada', daemon=None)"
    expected = [((), {"name": "Ada", "daemon": None})]
    expect(called, got=function.received(), expected=expected)


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_very_objects_arrive_once_in_each_call(exercise):
    def pack(egg, *, into):
        into.append(egg)

    basket, egg = [], object()
    for _ in range(2):
        started(exercise, pack, egg, into=basket).join()
        settle()
    called = "this very basket after call_in_thread(pack, egg, into=basket) twice"
    expect(called, got=basket, expected=[egg, egg])


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_every_call_keeps_its_own_function_and_arguments(exercise):
    fry, boil = Calls(), Calls()
    threads = [
        started(exercise, fry, "egg"),
        started(exercise, boil, "rice"),
        started(exercise, fry, "fish"),
    ]
    for thread in threads:
        thread.join()
    made = [
        (where, f"{name}({', '.join(args)})")
        for name, function in (("fry", fry), ("boil", boil))
        for where, args, _ in function.made
    ]
    got = [[text for where, text in made if where is thread] for thread in threads]
    called = "calls per thread, of call_in_thread(fry, 'egg'), (boil, 'rice'), (fry, 'fish')"
    expect(called, got=got, expected=[["fry(egg)"], ["boil(rice)"], ["fry(fish)"]])


@pytest.mark.world("model")
@pytest.mark.points(1)
@pytest.mark.escapes
def test_call_that_raises_hangs_nothing(exercise):
    calls = []

    def function(dish):
        calls.append(dish)
        if dish == "burnt":
            raise ValueError("from the function")

    for dish in ("burnt", "soup"):
        started(exercise, function, dish).join()
    expect("arguments of two calls, the first raises", got=calls, expected=["burnt", "soup"])
