"""The kit's own figures: schedules a second, memory, and what it costs to judge an exercise and to grade a class."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from grading.bench import growth, overhead, throughput
from grading.bench.memory import STATISTICS
from grading.bench.program import Program
from grading.bench.tools.ours import as_test
from grading.engine import explore
from grading.engine.strategies import Replay
from grading.engine.trace import Schedule
from grading.index import ROOT

EXECUTIONS = 2_000
PAIRS = 5
_SOLVED = "03_locks/counter"


def rows() -> Iterator[tuple[str, str]]:
    """Each figure, after what it is."""
    yield from _speed()
    if STATISTICS.exists():
        yield from _memory()
    yield from _judging()
    yield from throughput.rows()
    if growth.STATUS.exists():
        yield from growth.rows()
    yield from overhead.rows()


def _speed() -> Iterator[tuple[str, str]]:
    test = as_test(Program("correct/lock"))
    began = time.process_time()
    for _ in range(EXECUTIONS):
        execution = test.execute(Replay(Schedule()))
    seconds = time.process_time() - began
    search = explore.explore(test).search
    what = "schedules a second, two threads with three locked increments"
    yield what, f"{EXECUTIONS / seconds:,.0f}"
    yield "steps in one of these schedules", str(execution.steps)
    yield "its search", f"{search.kind}, {search.schedules} schedules"


def _memory() -> Iterator[tuple[str, str]]:
    command = [sys.executable, "-m", "grading.bench.memory"]
    printed = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    early, late = printed.stdout.split()
    yield "memory after 10,000 and 100,000 schedules of it", f"{early} MB, {late} MB"


def _judging() -> Iterator[tuple[str, str]]:
    """Wall time of judging a right solution, in pairs with a run of pytest that has one empty test."""
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder, "test_empty.py")
        empty.write_text("def test_nothing():\n    pass\n", encoding="utf-8")
        plain = Path(folder, "none.ini")
        plain.write_text("[pytest]\n", encoding="utf-8")
        pytest = [sys.executable, "-m", "pytest", "-q", "-c", str(plain), str(empty)]
        grade = [sys.executable, "-m", "grading", "grade", "reference", "--only", _SOLVED]
        pairs = [(_wall(pytest), _wall(grade)) for _ in range(PAIRS)]
    yield "an empty pytest run", f"{statistics.median(bare for bare, _ in pairs):.2f} s"
    yield f"judging {_SOLVED}", f"{statistics.median(judged for _, judged in pairs):.2f} s"
    ratio = statistics.median(judged / bare for bare, judged in pairs)
    yield "ratio, median of the pairs", f"{ratio:.2f}"


def _wall(command: Sequence[str]) -> float:
    began = time.perf_counter()
    quiet = subprocess.DEVNULL
    subprocess.run(command, cwd=ROOT, env=throughput.LEAN, stdout=quiet, check=True)
    return time.perf_counter() - began
