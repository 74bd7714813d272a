"""01_threads/join: a task runs in a thread of its own while the caller waits for its end."""

import contextlib
import threading
import time

import pytest

from grading.testing import (
    Call,
    Gate,
    expect,
    expect_own_threads,
    expect_returned,
    expect_waiting,
    leftover_threads,
    no_polling,
    settle,
)

AN_HOUR = 3600
A_DAY = 24 * AN_HOUR


@pytest.mark.points(2)
def test_task_has_finished_when_the_call_returns(exercise):
    progress = {"steps": 0}

    def task():
        for _ in range(3):
            progress["steps"] += 1

    exercise.run_and_wait(task)
    expect("steps done when run_and_wait(task) returns", got=progress["steps"], expected=3)


@pytest.mark.points(1)
def test_each_call_runs_its_task_once_in_a_thread_of_its_own(exercise):
    ran_in = []

    def task():
        ran_in.append(threading.current_thread())

    for _ in range(2):
        exercise.run_and_wait(task)
    expect("run_and_wait(task) twice: calls of task", got=len(ran_in), expected=2)
    expect_own_threads("run_and_wait(task) twice: the threads that ran task", ran_in, 2)


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_call_blocks_without_polling_while_the_task_is_blocked(exercise):
    gate = Gate()
    call = Call(exercise.run_and_wait, gate.wait)
    settle()
    with no_polling("run_and_wait(task)"):
        time.sleep(AN_HOUR)
    time.sleep(A_DAY)
    expect_waiting("run_and_wait(task) while the task is blocked", call.returned)
    gate.open()


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_call_returns_as_soon_as_the_task_has_ended(exercise):
    """Without a nap, however short, and whatever threads of others are still at work."""
    gate = Gate()
    Call(Gate().wait)
    call = Call(exercise.run_and_wait, gate.wait)
    settle()
    expect_waiting("run_and_wait(task) while the task is blocked", call.returned)
    gate.open()
    settle()
    expect_returned(
        "run_and_wait(task) after the task has ended, another thread being alive", call.returned
    )


@pytest.mark.world("model")
@pytest.mark.points(1)
@pytest.mark.escapes
def test_task_that_raises_hangs_nothing(exercise):
    """Whether the exception reaches the caller is left open."""
    ran_in = []

    def task():
        ran_in.append(threading.current_thread())
        raise ValueError("from the task")

    with contextlib.suppress(Exception):
        exercise.run_and_wait(task)
    alive = [threading.Thread.is_alive(thread) for thread in ran_in]
    expect("is_alive() of the thread whose task raised", got=alive, expected=[False])
    calls = []
    exercise.run_and_wait(lambda: calls.append("the next one"))
    expect("run_and_wait(task) after that", got=calls, expected=["the next one"])


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_two_callers_at_once_run_their_own_tasks(exercise):
    calls = []
    first = Call(exercise.run_and_wait, lambda: calls.append("first"))
    second = Call(exercise.run_and_wait, lambda: calls.append("second"))
    first.result()
    second.result()
    expect("tasks run for two callers", got=sorted(calls), expected=["first", "second"])


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_thread_has_ended_when_the_call_returns(exercise):
    """The task's end is not yet the end of its thread."""
    ran_in = []
    exercise.run_and_wait(lambda: ran_in.append(threading.current_thread()))
    alive = [threading.Thread.is_alive(thread) for thread in ran_in]
    expect("is_alive() of the thread that ran the task, on return", got=alive, expected=[False])
    expect("threads that run_and_wait(task) left alive", got=leftover_threads(), expected=[])
