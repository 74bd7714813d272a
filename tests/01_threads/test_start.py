"""01_threads/start: a task goes on in a thread of its own while the caller carries on."""

import functools
import threading

import pytest

from grading.testing import (
    Call,
    Gate,
    Meeting,
    expect,
    expect_returned,
    expect_started,
    settle,
)


def started(exercise, task):
    """The thread that `start_in_background(task)` gives back, which must have been started."""
    thread = exercise.start_in_background(task)
    expect_started("start_in_background(task)", thread)
    return thread


@pytest.mark.points(1)
def test_task_runs_in_the_thread_that_is_returned(exercise):
    ran_in = []
    thread = started(exercise, lambda: ran_in.append(threading.current_thread()))
    thread.join()
    called = "the threads that called task(), after join() of the one returned"
    expect(called, got=ran_in, expected=[thread])


@pytest.mark.points(1)
def test_task_is_called_exactly_once(exercise):
    """Each time, also where it is the same task again."""
    calls = []

    def task():
        calls.append("task()")

    started(exercise, task).join()
    settle()
    expect("start_in_background(task), then join", got=calls, expected=["task()"])
    started(exercise, task).join()
    settle()
    expect("twice with the same task", got=calls, expected=["task()", "task()"])


@pytest.mark.points(1)
def test_thread_is_alive_on_return_while_the_task_is_blocked(exercise):
    gate = Gate()
    thread = started(exercise, gate.wait)
    expect("is_alive() while the task is blocked", got=thread.is_alive(), expected=True)
    gate.open()


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_call_returns_before_any_time_has_passed(exercise):
    """Neither a join nor a nap before the return, however short."""
    gate = Gate()
    call = Call(exercise.start_in_background, gate.wait)
    settle()
    expect_returned("start_in_background(task) while the task is blocked", call.returned)


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_two_calls_run_their_own_tasks_in_two_threads(exercise):
    meeting = Meeting(2)
    ran_in = {"first": [], "second": []}

    def task(name):
        ran_in[name].append(threading.current_thread())
        meeting.meet()

    first = started(exercise, lambda: task("first"))
    second = started(exercise, lambda: task("second"))
    first.join()
    second.join()
    expect("the threads of two tasks", got=ran_in, expected={"first": [first], "second": [second]})


@pytest.mark.world("model")
@pytest.mark.points(1)
@pytest.mark.escapes
def test_task_that_raises_hangs_nothing(exercise):
    calls = []

    def raising():
        calls.append("raising")
        raise ValueError("from the task")

    for task in (raising, lambda: calls.append("the next one")):
        started(exercise, task).join()
    expect("two calls, the first task raises", got=calls, expected=["raising", "the next one"])


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_task_may_be_any_callable(exercise):
    """A partial has no __name__, for one."""
    calls = []
    started(exercise, functools.partial(calls.append, "partial")).join()
    expect("start_in_background(partial), then join", got=calls, expected=["partial"])
