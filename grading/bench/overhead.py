"""What harnesses cost by themselves: each grades the same trivial submission, by turns."""

from __future__ import annotations

import importlib
import importlib.metadata
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from grading.bench.harnesses import SOLUTION, Grade, Harness

ROUNDS: Final = 5
HARNESSES: Final = {  # by module, what is installed
    "ours": "",
    "gradescope": "gradescope-utils",
    "check50": "check50",
    "otter": "otter-grader",
}


def rows() -> Iterator[tuple[str, str]]:
    """The time of each harness, after its name."""
    with tempfile.TemporaryDirectory() as temporary:
        grades = {
            name: load(name).prepare(Path(temporary, name), SOLUTION)
            for name, package in HARNESSES.items()
            if not package or version(package)
        }
        for grade in grades.values():
            grade()  # what starts once, and what is read for the first time
        rounds = [{name: _seconds(grade) for name, grade in grades.items()} for _ in range(ROUNDS)]
    for name, package in HARNESSES.items():
        if name in grades:
            seconds = statistics.median(each[name] for each in rounds)
            shown = f"{package} {version(package)}" if package else "Threadlings, in a class"
            yield f"a submission of add(a, b), one test: {shown}", f"{seconds:.3f} s"
        else:
            yield f"a submission of add(a, b), one test: {package}", "not installed here"


def load(name: str) -> Harness:
    """The harness of this name."""
    harness: Harness = importlib.import_module(f"grading.bench.harnesses.{name}")
    return harness


def version(package: str) -> str:
    """Which version is installed; empty if none is."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _seconds(grade: Grade) -> float:
    began = time.perf_counter()
    if not grade():
        raise RuntimeError("a harness does not give all points to the right solution")
    return time.perf_counter() - began
