"""pytest-repeat: a plain test with real threads, again and again until it fails; it has no way to replay."""

import os
import tempfile
from pathlib import Path

import pytest

from grading.bench.answer import ERROR, FOUND, HOLDS, SCHEDULES, Answer
from grading.bench.program import Program

_TEST = """
def test_program(program):
    program.run()
"""
_SAYS = {0: HOLDS, 1: FOUND}  # by pytest's exit code


class _Plugin:
    """Hands the program to the test, and counts the repetitions."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.repetitions = 0
        self.failure = ""

    @pytest.fixture
    def program(self) -> Program:
        return self._program

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.repetitions += report.when == "call"
        if report.failed:
            self.failure = report.longreprtext


def ask(program: Program) -> Answer:
    """`pytest --count 1000 -x`; what escapes from a thread, of which plain pytest only warns, is a failure here."""
    plugin = _Plugin(program)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # of the other tools' plugins
    with tempfile.TemporaryDirectory() as folder:
        suite = Path(folder, "test_program.py")
        suite.write_text(_TEST, encoding="utf-8")
        options = ["-q", "-x", "-p", "pytest_repeat", "--count", str(SCHEDULES)]
        warnings = ["-W", "error::pytest.PytestUnhandledThreadExceptionWarning"]
        code = pytest.main([str(suite), "--rootdir", folder, *options, *warnings], plugins=[plugin])
    return Answer(_SAYS.get(int(code), ERROR), plugin.repetitions, note=plugin.failure)
