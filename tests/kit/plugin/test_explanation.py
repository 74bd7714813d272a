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
