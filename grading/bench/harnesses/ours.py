"""Ours, as a class is graded: a process is forked for the submission; the test runs in the model world."""

from pathlib import Path

from grading.bench.harnesses import Grade, write
from grading.index import read
from grading.judge import judge

_INDEX = """
imports = []

[[exercise]]
id = "01_sums/add"
title = "Add"
points = 1
defines = ["add(a, b)"]
hints = []
"""
_SUITE = """
import pytest


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_sum(exercise):
    assert exercise.add(2, 3) == 5
"""


def prepare(folder: Path, solution: str) -> Grade:
    """A project with this one exercise."""
    files = {
        "exercises/index.toml": _INDEX,
        "tests/01_sums/test_add.py": _SUITE,
        "submission/01_sums/add.py": solution,
    }
    write(folder, files)
    (exercise,) = read(folder)
    return lambda: judge(exercise, folder / "submission", root=folder).status == "passed"
