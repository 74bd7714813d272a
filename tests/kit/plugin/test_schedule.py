import re

import pytest

LOST = """
    def test_it(exercise):
        threads = [threading.Thread(target=exercise.bump, name=name) for name in "AB"]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
        expect("bump() in each of two threads", got=exercise.n, expected=2)
"""
UNLOCKED = "n = 0\n\ndef bump():\n    global n\n    n += 1"


def test_printed_command_replays_the_failure(lab):
    lab.exercise(LOST, UNLOCKED)
    text = lab.run("-k", "model").text("test_it[model]")
    command = re.search(r"^replay:  python -m pytest (\S+) --schedule (\S+)$", text, re.M)
    assert command[1] == "tests/03_demo/test_x.py::test_it"
    replayed = lab.run("--schedule", command[2], "--count", "1")
    assert replayed.text("test_it[model]") == text
    assert replayed.failed == ["x::test_it[model]"]


def test_schedule_of_another_program_is_said_not_to_fit(lab):
    lab.exercise(LOST, UNLOCKED)
    ran = lab.run("--schedule", "90000.1")
    assert "does not fit this program any more" in ran.text("test_it[model]")
    assert "Traceback" not in ran.output


def test_schedule_that_passes_is_a_pass(lab):
    lab.exercise(LOST, UNLOCKED)
    assert lab.run("--schedule", "default").failed == []


def test_malformed_schedule_is_an_error_of_usage(lab):
    lab.exercise(LOST, UNLOCKED)
    ran = lab.run("--schedule", "14-2")
    assert ran.ret == pytest.ExitCode.USAGE_ERROR
    assert "a token looks like 14.2-20.1" in ran.output
