"""Figures: how many schedules a second the engine executes, and what judging an exercise costs."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from grading.engine import explore, model, reproduce
from grading.engine.strategies import Replay
from grading.engine.trace import Schedule
from grading.index import ROOT
from grading.instrument import compile_source

EXECUTIONS = 2_000
PAIRS = 5
_LOCKED = """
import threading

counter = 0
lock = threading.Lock()

def bump():
    global counter
    for _ in range(3):
        with lock:
            counter += 1

def main():
    threads = [threading.Thread(target=bump) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counter == 6
"""
_SOLVED = "03_locks/counter"


def run() -> None:
    """Measure everything and print one table."""
    table = Table("what", "figure", title=f"Python {sys.version.split()[0]}")
    for row in (*_engine(), *_judging()):
        table.add_row(*row)
    Console().print(table)


def _engine() -> Sequence[tuple[str, str]]:
    code = compile_source(_LOCKED, "locked.py")
    test = reproduce.Test(lambda: model.new_module(code, "locked", "locked.py").main())
    began = time.process_time()
    for _ in range(EXECUTIONS):
        execution = test.execute(Replay(Schedule()))
    seconds = time.process_time() - began
    search = explore.explore(test).search
    return (
        (
            "schedules a second, two threads with three locked increments",
            f"{EXECUTIONS / seconds:,.0f}",
        ),
        ("steps in one of these schedules", str(execution.steps)),
        ("its search", f"{search.kind}, {search.schedules} schedules"),
    )


def _judging() -> Sequence[tuple[str, str]]:
    """Wall time of judging a right solution, in pairs with a run of pytest that has one empty test."""
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder, "test_empty.py")
        empty.write_text("def test_nothing():\n    pass\n", encoding="utf-8")
        pytest = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-c",
            str(empty.with_name("none.ini")),
            str(empty),
        ]
        empty.with_name("none.ini").write_text("[pytest]\n", encoding="utf-8")
        grade = [sys.executable, "-m", "grading", "grade", "reference", "--only", _SOLVED]
        pairs = [(_wall(pytest), _wall(grade)) for _ in range(PAIRS)]
    bare = statistics.median(pair[0] for pair in pairs)
    judged = statistics.median(pair[1] for pair in pairs)
    ratio = statistics.median(b / a for a, b in pairs)
    return (
        ("an empty pytest run", f"{bare:.2f} s"),
        (f"judging {_SOLVED}", f"{judged:.2f} s"),
        ("ratio, median of the pairs", f"{ratio:.2f}"),
    )


def _wall(command: Sequence[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began
