"""01_threads/many: all tasks run at the same time, and the caller waits for all of them."""

import contextlib
import threading
import time

import pytest

from grading.testing import (
    Call,
    Gate,
    Meeting,
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


class Steps:
    """A task of two steps."""

    def __init__(self):
        self.done = 0

    def __call__(self):
        for _ in range(2):
            self.done += 1


@pytest.mark.points(1)
def test_all_tasks_overlap(exercise):
    meeting = Meeting(3)
    met = []

    def task():
        meeting.meet()
        met.append("met")

    exercise.run_all([task, task, task])
    expect("tasks that met all others before run_all returned", got=len(met), expected=3)


@pytest.mark.world("model")
@pytest.mark.budget(4)
@pytest.mark.points(1)
def test_any_number_of_tasks_overlap(exercise):
    exercise.run_all([Meeting(40).meet] * 40)


@pytest.mark.points(1)
def test_all_tasks_have_finished_when_the_call_returns(exercise):
    tasks = [Steps(), Steps()]
    exercise.run_all(tasks)
    done = [task.done for task in tasks]
    expect("steps of each of two tasks when run_all returns", got=done, expected=[2, 2])


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_every_task_is_called_once_in_a_thread_of_its_own(exercise):
    """Also where the first task has ended before the second is begun, and where there is only one."""
    ran_in = []

    def task():
        ran_in.append(threading.current_thread())

    exercise.run_all([task, task])
    expect("run_all([task, task]): calls of task", got=len(ran_in), expected=2)
    expect_own_threads("run_all([task, task]): the threads that ran task", ran_in, 2)
    exercise.run_all([task])
    expect_own_threads("the same, and then run_all([task])", ran_in, 3)


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_call_blocks_without_polling_while_any_task_is_blocked(exercise):
    gate = Gate()
    call = Call(exercise.run_all, [gate.wait, lambda: None])
    settle()
    with no_polling("run_all(tasks)"):
        time.sleep(AN_HOUR)
    time.sleep(A_DAY)
    expect_waiting("run_all(tasks) while a task is blocked", call.returned)
    gate.open()


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_call_returns_as_soon_as_all_tasks_have_ended(exercise):
    """Without a nap, however short, and whatever threads of others are still at work."""
    gate = Gate()
    Call(Gate().wait)
    call = Call(exercise.run_all, [lambda: None, gate.wait])
    settle()
    expect_waiting("run_all(tasks) while a task is blocked", call.returned)
    gate.open()
    settle()
    expect_returned(
        "run_all(tasks) after all tasks have ended, another thread being alive", call.returned
    )


@pytest.mark.world("model")
@pytest.mark.points(1)
@pytest.mark.escapes
def test_task_that_raises_does_not_stop_the_others(exercise):
    """They have all finished on return; whether the exception reaches the caller is left open."""
    finished = []

    def good():
        finished.append("good")

    def bad():
        raise ValueError("from a task")

    with contextlib.suppress(Exception):
        exercise.run_all([bad, good])
    expect("run_all([bad, good]): tasks finished on return", got=finished, expected=["good"])


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_tasks_may_come_from_a_generator_and_there_may_be_none(exercise):
    calls = []

    def task():
        calls.append("task()")

    exercise.run_all(task for _ in range(2))
    expect("run_all of two tasks from a generator", got=calls, expected=["task()", "task()"])
    exercise.run_all(iter(()))
    expect("run_all of no tasks after that", got=calls, expected=["task()", "task()"])


@pytest.mark.world("model")
@pytest.mark.points(1)
def test_all_threads_have_ended_when_the_call_returns(exercise):
    """A task's end is not yet the end of its thread."""
    ran_in = []

    def task():
        ran_in.append(threading.current_thread())

    exercise.run_all([task, task])
    alive = [threading.Thread.is_alive(thread) for thread in ran_in]
    called = "is_alive() of the threads that ran the tasks, on return"
    expect(called, got=alive, expected=[False, False])
    expect("threads that run_all left alive", got=leftover_threads(), expected=[])
