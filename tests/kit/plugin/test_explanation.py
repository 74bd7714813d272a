"""The whole text of a failure, as a learner of 03_locks/counter reads it."""

import shutil
from pathlib import Path

from tests.kit.plugin.lab import ROOT

EXPECTED = Path(__file__).with_name("counter.txt")
LOCKED_TOO_LITTLE = """
    import threading

    counter = 0
    lock = threading.Lock()


    def bump(times):
        global counter
        for _ in range(times):
            with lock:
                seen = counter
            counter = seen + 1
"""


def test_failure_reads_as_agreed(lab):
    suite = lab.root / "tests/03_locks/test_counter.py"
    suite.parent.mkdir()
    shutil.copy(ROOT / "tests/03_locks/test_counter.py", suite)
    lab.write("exercises/03_locks/counter.py", LOCKED_TOO_LITTLE)
    text = lab.run("-k", "lost_between_two and model").text(
        "test_no_increment_is_lost_between_two_threads[model]", "counter"
    )
    assert text == EXPECTED.read_text(encoding="utf-8").rstrip("\n")
    assert max(map(len, text.partition("replay:")[0].splitlines())) <= 80


def test_long_claims_are_wrapped(lab):
    lab.exercise("""
        def test_much():
            expect("a call " * 20, got=["a value"] * 10, expected=[])
    """)
    text = lab.run("-k", "model").text("test_much[model]")
    lines = text.partition("\n\n")[0].splitlines()
    assert max(map(len, lines)) <= 80
    assert [line[:8].strip() for line in lines] == ["called", "", "got", "", "expected"]


def test_meeting_says_that_the_main_thread_makes_a_call_itself(lab):
    lab.exercise("""
        def test_alone():
            Meeting(2).meet()
    """)
    text = lab.run("-k", "model").text("test_alone[model]")
    assert "1 of 2 under way at the same time: <MainThread> is busy with one" in text


def test_calls_in_one_thread_or_in_the_callers_are_not_in_threads_of_their_own(lab):
    lab.exercise("""
        from grading.testing import expect_own_threads

        one, other = threading.Thread(target=int), threading.Thread(target=str)

        def test_different():
            expect_own_threads("f() twice", [one, other], 2)

        def test_the_same():
            expect_own_threads("f() twice", [one, one], 2)

        def test_the_callers():
            expect_own_threads("f() twice", [one, threading.current_thread()], 2)
    """)
    run = lab.run("-k", "model")
    assert run.text("test_different[model]") == ""
    assert "(int)>, <Thread" in run.text("test_the_same[model]")
    assert "<MainThread>]" in run.text("test_the_callers[model]")


def test_thread_that_was_not_started_is_told_from_one_that_was(lab):
    lab.exercise("""
        from grading.testing import expect_started

        def test_started():
            thread = threading.Thread(target=int)
            thread.start()
            expect_started("f()", thread)

        def test_not_started():
            expect_started("f()", threading.Thread(target=int))

        def test_no_thread():
            expect_started("f()", None)
    """)
    run = lab.run("-k", "model")
    assert run.text("test_started[model]") == ""
    assert "has not been started" in run.text("test_not_started[model]")
    assert "expected  a Thread" in run.text("test_no_thread[model]")
