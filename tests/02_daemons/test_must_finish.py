"""02_daemons/must_finish: work in the background, for which the program waits before it ends."""

import threading

import pytest

from grading.programs import said_by
from grading.testing import Gate, expect, expect_returned, expect_started, settle

# Saving ends only after the main thread; the wait is limited for who wrongly lets the main thread wait for it.
ENDING = """
import threading
import time

ending = threading.Event()

def saving(what, seconds):
    def save():
        ending.wait(1)
        time.sleep(seconds)
        say(f"{what} is saved")

    return save
"""
IN_MAIN = """
exercise.save_in_background(saving("the letter", 0.3))
exercise.save_in_background(saving("the list", 0.1))
ending.set()
"""
IN_THREAD = """
def work():
    exercise.save_in_background(saving("the draft", 0.2))

worker = threading.Thread(target=work, daemon={daemon})
worker.start()
worker.join()
ending.set()
"""
AT_THE_END = "what is saved at the end of a program, which waits for no daemon"


def saved_by(program, exercise):
    """What is saved when the program has ended."""
    return sorted(said_by(ENDING + program, exercise))


def started(exercise, save):
    """The thread that `save_in_background(save)` gives back, which must have been started."""
    thread = exercise.save_in_background(save)
    expect_started("save_in_background(save)", thread)
    return thread


def returned_in_thread(exercise, save, *, daemon):
    """What `save_in_background(save)` gives back in a new thread, none if it still waits; its exception is raised."""
    returned, raised = [], []

    def call():
        try:
            returned.append(exercise.save_in_background(save))
        except Exception as error:
            raised.append(error)

    threading.Thread(target=call, daemon=daemon).start()
    settle()
    if raised:
        raise raised[0]
    return returned


@pytest.mark.points(1)
def test_save_is_called_by_the_thread_that_is_returned(exercise):
    ran_in = []
    thread = started(exercise, lambda: ran_in.append(threading.current_thread()))
    thread.join()
    expect("the threads that called save()", got=ran_in, expected=[thread])


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_each_call_saves_exactly_once(exercise):
    """Also where it is the same save again."""
    calls = []

    def save():
        calls.append("save()")

    for times in (1, 2):
        started(exercise, save).join()
        settle()
        often = "once" if times == 1 else "twice with the same save"
        called = f"save_in_background(save) and join, {often}"
        expect(called, got=calls, expected=["save()"] * times)


@pytest.mark.points(2)
@pytest.mark.world("model")
def test_the_call_returns_at_once_while_save_is_blocked(exercise):
    """In an ordinary thread as in a daemon thread."""
    for daemon in (False, True):
        gate = Gate()
        returned = returned_in_thread(exercise, gate.wait, daemon=daemon)
        called = f"save_in_background(save) in {'a daemon' if daemon else 'an ordinary'} thread"
        expect_returned(f"{called} while save is blocked", bool(returned))
        expect(f"{called}: is_alive() of its thread", got=returned[0].is_alive(), expected=True)
        gate.open()


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_two_calls_save_each_its_own(exercise):
    ran_in = {"first": [], "second": []}

    def saving(name):
        return lambda: ran_in[name].append(threading.current_thread())

    first = started(exercise, saving("first"))
    second = started(exercise, saving("second"))
    first.join()
    second.join()
    expect("the threads of two saves", got=ran_in, expected={"first": [first], "second": [second]})


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.escapes
def test_a_save_that_raises_hangs_nothing(exercise):
    calls = []

    def raising():
        calls.append("raising")
        raise OSError("disk full")

    for save in (raising, lambda: calls.append("the next one")):
        started(exercise, save).join()
    expect("two saves, the first raises", got=calls, expected=["raising", "the next one"])


@pytest.mark.points(2)
@pytest.mark.world("live")
@pytest.mark.repetitions(2)
def test_a_program_ends_only_when_all_is_saved(exercise):
    called = f"{AT_THE_END}: save_in_background twice in its main thread"
    expected = ["the letter is saved", "the list is saved"]
    expect(called, got=saved_by(IN_MAIN, exercise), expected=expected)


@pytest.mark.points(1)
@pytest.mark.world("live")
@pytest.mark.repetitions(2)
def test_a_program_ends_only_when_an_ordinary_thread_has_saved(exercise):
    called = f"{AT_THE_END}: save_in_background in an ordinary thread"
    saved = saved_by(IN_THREAD.format(daemon=False), exercise)
    expect(called, got=saved, expected=["the draft is saved"])


@pytest.mark.points(2)
@pytest.mark.world("live")
@pytest.mark.repetitions(2)
def test_a_program_ends_only_when_a_daemon_thread_has_saved(exercise):
    called = (
        f"{AT_THE_END}: save_in_background in a daemon thread, "
        "whose new threads are daemons too unless they are told otherwise"
    )
    saved = saved_by(IN_THREAD.format(daemon=True), exercise)
    expect(called, got=saved, expected=["the draft is saved"])
