"""02_daemons/heartbeat: beats now and then on, in a thread that no program waits for."""

import threading
import time

import pytest

from grading.programs import said_by
from grading.testing import Call, Gate, expect, expect_returned, expect_started, settle

# A heart that beats a hundred times after the end of the main thread is one that the program waits for.
ENDING = """
import os
import threading

began = threading.Event()

def beating_of(who):
    beats = []

    def beat():
        began.set()
        if not threading.main_thread().is_alive():
            beats.append("too late")
        if len(beats) == 100:
            say(f"the heart that {who} started beats on and on")
            os._exit(1)

    return beat

def start(who):
    exercise.start_heartbeat(beating_of(who), 0.02)

start("the main thread")
for daemon in (False, True):
    who = "a daemon thread" if daemon else "an ordinary thread"
    caller = threading.Thread(target=start, args=(who,), daemon=daemon)
    caller.start()
    caller.join()
began.wait(5)
say("main is done")
"""


class Beats:
    """How many seconds after it was made each beat came."""

    def __init__(self):
        self._begun = time.monotonic()
        self._times = []
        self._lock = threading.Lock()

    def beat(self):
        with self._lock:
            self._times.append(round(time.monotonic() - self._begun, 3))

    @property
    def times(self):
        with self._lock:
            return list(self._times)


def started_in_thread(exercise, beat, daemon):
    """The heart that was started in another thread, which has ended since."""
    hearts = []
    caller = threading.Thread(
        target=lambda: hearts.append(exercise.start_heartbeat(beat, 10)), daemon=daemon
    )
    caller.start()
    caller.join()
    return hearts


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.punctual
def test_a_started_daemon_thread_is_returned(exercise):
    heart = exercise.start_heartbeat(lambda: None, 10)
    expect_started("start_heartbeat(beat, 10)", heart)
    expect("daemon of the thread of start_heartbeat(beat, 10)", got=heart.daemon, expected=True)


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.punctual
def test_the_first_beat_comes_at_once(exercise):
    beats = Beats()
    exercise.start_heartbeat(beats.beat, 10)
    settle()
    expect("beats (in seconds) before any time has passed", got=beats.times, expected=[0])


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.punctual
def test_beats_are_an_interval_apart(exercise):
    for interval, expected in ((10, [0, 10, 20]), (12.5, [0, 12.5, 25])):
        beats = Beats()
        exercise.start_heartbeat(beats.beat, interval)
        time.sleep(29)
        called = f"start_heartbeat(beat, {interval}): beats (in seconds) within 29 s"
        expect(called, got=beats.times, expected=expected)


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.punctual
def test_the_heart_never_stops(exercise):
    beats = Beats()
    heart = exercise.start_heartbeat(beats.beat, 60)
    time.sleep(99 * 60 + 1)
    expect("start_heartbeat(beat, 60): beats in 99 minutes", got=len(beats.times), expected=100)
    expect("is_alive() of the heart after 99 minutes", got=heart.is_alive(), expected=True)


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.punctual
def test_a_beat_may_take_time(exercise):
    """The interval lies between two starts, or between an end and the next start."""
    beats = Beats()

    def beat():
        beats.beat()
        time.sleep(4)

    exercise.start_heartbeat(beat, 10)
    time.sleep(29)
    from_start_to_start = beats.times[1:2] == [10]
    expected = [0, 10, 20] if from_start_to_start else [0, 14, 28]
    called = "start_heartbeat(beat, 10), a beat takes 4 s: beats (in seconds) within 29 s"
    expect(called, got=beats.times, expected=expected)


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.punctual
def test_the_call_returns_at_once_while_the_first_beat_is_blocked(exercise):
    gate = Gate()
    call = Call(exercise.start_heartbeat, gate.wait, 10)
    settle()
    expect_returned("start_heartbeat(beat, 10) while the first beat is blocked", call.returned)
    gate.open()


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.punctual
def test_every_beat_is_made_by_the_thread_that_is_returned(exercise):
    ran_in = []
    heart = exercise.start_heartbeat(lambda: ran_in.append(threading.current_thread()), 10)
    time.sleep(19)
    called = "the threads that made two beats: the one returned, and no other"
    expect(called, got=ran_in, expected=[heart, heart])


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.punctual
def test_it_is_the_same_when_called_in_another_thread(exercise):
    """Also when that thread has ended."""
    for daemon in (False, True):
        beats = Beats()
        hearts = started_in_thread(exercise, beats.beat, daemon)
        called = f"start_heartbeat(beat, 10) in {'a daemon' if daemon else 'an ordinary'} thread"
        expect(f"{called}: its daemon", got=[heart.daemon for heart in hearts], expected=[True])
        time.sleep(29)
        expect(f"{called} that has ended: beats within 29 s", got=beats.times, expected=[0, 10, 20])


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.punctual
def test_two_hearts_beat_each_at_its_own_pace(exercise):
    slow, fast = Beats(), Beats()
    exercise.start_heartbeat(slow.beat, 25)
    exercise.start_heartbeat(fast.beat, 10)
    time.sleep(29)
    called = "beats of start_heartbeat(slow, 25) and start_heartbeat(fast, 10) within 29 s"
    got, expected = {"slow": slow.times, "fast": fast.times}, {"slow": [0, 25], "fast": [0, 10, 20]}
    expect(called, got=got, expected=expected)


@pytest.mark.points(2)
@pytest.mark.world("live")
@pytest.mark.repetitions(3)
def test_a_program_ends_while_its_hearts_still_beat(exercise):
    """One heart started by the main thread, one by an ordinary and one by a daemon thread."""
    called = "what a program does whose main thread ends while three hearts beat"
    expect(called, got=said_by(ENDING, exercise), expected=["main is done"])
