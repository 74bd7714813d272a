import queue
import shutil
from pathlib import Path

import pytest

from grading.index import ROOT, find, load

PATIENCE = 60.0  # seconds that a verdict may take at most on a busy machine


class Verdicts:
    """What was told, one verdict after the other; `put` is the listener."""

    def __init__(self):
        self._told = queue.SimpleQueue()
        self.put = self._told.put

    def next(self):
        return self._told.get(timeout=PATIENCE)

    def final(self):
        """The next verdict that is final."""
        while not (verdict := self.next()).final:
            pass
        return verdict


@pytest.fixture
def verdicts():
    return Verdicts()


@pytest.fixture
def counter():
    return find(load(), "counter")


@pytest.fixture
def checkout(tmp_path) -> Path:
    """A checkout without the kit, with the exercises and suites of one topic."""
    for folder in ("exercises", "tests"):
        shutil.copytree(ROOT / folder / "03_locks", tmp_path / folder / "03_locks")
    shutil.copy(ROOT / "exercises/index.toml", tmp_path / "exercises")
    return tmp_path


def reference(name="03_locks/counter"):
    return (ROOT / f"reference/{name}.py").read_bytes()


def mistake(name, of="03_locks/counter"):
    return (ROOT / f"reference/mistakes/{of}/{name}.py").read_bytes()
