"""03_locks/counter: increments from several threads all arrive."""

import threading

import pytest

from grading.testing import expect


def bump_in_threads(exercise, *times):
    """Call bump with each of `times` in a thread of its own, and join them all."""
    threads = [
        threading.Thread(target=exercise.bump, args=(n,), name=name)
        for name, n in zip("ABC", times, strict=False)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_each_call_adds_its_times_to_the_counter(exercise):
    exercise.bump(1)
    exercise.bump(3)
    expect("counter after bump(1) and bump(3)", got=exercise.counter, expected=4)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_bump_of_zero_adds_nothing_and_blocks_nobody(exercise):
    exercise.bump(0)
    expect("counter after bump(0)", got=exercise.counter, expected=0)
    bump_in_threads(exercise, 1)
    expect("counter after bump(0), then bump(1) in a thread", got=exercise.counter, expected=1)


@pytest.mark.points(2)
def test_no_increment_is_lost_between_two_threads(exercise):
    bump_in_threads(exercise, 2, 2)
    expect("counter after bump(2) in each of two threads", got=exercise.counter, expected=4)


@pytest.mark.points(1)
def test_no_increment_is_lost_among_three_threads(exercise):
    bump_in_threads(exercise, 1, 1, 1)
    expect("counter after bump(1) in each of three threads", got=exercise.counter, expected=3)


@pytest.mark.points(1)
def test_counting_starts_again_when_the_counter_is_reset(exercise):
    bump_in_threads(exercise, 1, 2)
    called = "counter after bump(1) in one thread and bump(2) in another"
    expect(called, got=exercise.counter, expected=3)
    exercise.counter = 0
    bump_in_threads(exercise, 1, 2)
    expect("counter after counter = 0, then the same again", got=exercise.counter, expected=3)
