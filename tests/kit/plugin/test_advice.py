"""Advice is found by the words of Python's exceptions: each version must still use them."""

import pickle
import queue
import threading
from concurrent.futures import Future, ThreadPoolExecutor, as_completed

import pytest

from grading.failures import Mismatch
from grading.plugin import advice

counter = 0


def assigns_to_a_global():
    counter += 1  # noqa: F823, F841


def starts_twice():
    thread = threading.Thread(target=int)
    for _ in range(2):
        thread.start()


def calls_its_target():
    target = 0
    target()


def becomes_a_daemon_too_late():
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    try:
        thread.daemon = True
    finally:
        ended.set()


def enters_the_factory():
    with threading.Lock:
        pass


def submits_after_shutdown():
    with ThreadPoolExecutor() as executor:
        pass
    executor.submit(int)


def gives_up_early():
    list(as_completed([Future()], timeout=0))


def raises_nothing():
    failure = None
    raise failure


def sends_a_lambda():
    pickle.dumps(inner_function())


def inner_function():
    return lambda: 1


MISTAKES = [
    (lambda: threading.Thread(target=int).start().join(), "on lines of their own"),
    (lambda: threading.Thread(int), "Thread(target=...)"),
    (lambda: int(*3), "args=(item,)"),
    (calls_its_target, "target=f?"),
    (assigns_to_a_global, "global counter"),
    (enters_the_factory, "threading.Lock()"),
    (lambda: queue.SimpleQueue().append(1), "put() and get()"),
    (lambda: threading.Thread(target=int, deamon=True), "daemon"),
    (starts_twice, "a new Thread"),
    (lambda: threading.Thread(target=int).join(), "its start()"),
    (becomes_a_daemon_too_late, "before start()"),
    (lambda: threading.Lock().release(), "acquire()"),
    (lambda: threading.RLock().release(), "acquire()"),
    (lambda: queue.Queue().task_done(), "once for each item"),
    (submits_after_shutdown, "its owner's to close"),
    (gives_up_early, "leave it out"),
    (raises_nothing, "may still be None"),
    (sends_a_lambda, "no lambda"),
    (lambda: pickle.dumps(iter([threading.Lock()])), "no lambda"),
]


@pytest.mark.parametrize(("mistake", "words"), MISTAKES)
def test_what_python_raises_for_a_mistake_is_advised_on(mistake, words):
    with pytest.raises(Exception) as caught:
        mistake()
    assert words in advice.on(caught.value)


def test_an_exception_of_the_exercise_is_not_advised_on():
    assert advice.on(ValueError("the amount must be above 0")) == ""


@pytest.mark.parametrize(
    ("got", "words"),
    [("None", "`return`"), ("[<MainThread>]", "run()"), ("<method balance>", "@property")],
)
def test_what_comes_in_place_of_a_result_is_advised_on(got, words):
    assert words in advice.on(Mismatch("f()", got, "1"))


@pytest.mark.parametrize("got", ["2", "[None, 2]", "['MainThread']"])
def test_a_wrong_result_is_not_advised_on(got):
    assert advice.on(Mismatch("f()", got, "1")) == ""


def test_what_a_suite_says_was_raised_is_advised_on_too():
    said = Mismatch(
        "f()", "raises TypeError(\"'int' object is not callable\")", "raises ValueError"
    )
    assert "target=f?" in advice.on(said)
    assert advice.on(Mismatch("f()", "'int' object is not callable", "1")) == ""


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ("Queue.join", "task_done()"),
        ("Queue.put", "is full"),
        ("Queue.get", "an end mark"),
        ("SimpleQueue.get", "an end mark"),
        ("BoundedSemaphore.acquire", "release()"),
        ("Event.wait", "set()"),
    ],
)
def test_an_endless_wait_is_advised_on(call, words):
    assert words in advice.on_waiting(f"it hangs:\n  the test waits in {call}()")


def test_what_everything_else_waits_for_decides_over_an_idle_worker():
    hang = "  worker waits in Queue.get()\n  the test waits in Queue.join()"
    assert "task_done()" in advice.on_waiting(hang)
    assert advice.on_waiting("  the test waits in join() for worker to end") == ""
