from pathlib import Path

import pytest

from grading.given import keep_stubs
from grading.index import load
from grading.learning import commands
from grading.learning.state import Memory

ENTRY = """
[[exercise]]
id = "{id}"
title = "{title}"
points = 10
defines = []
hints = ["look at {id}", "use a lock", "with lock: ..."]
"""
STUB = '"""What {id} wants.\n\nDone when it is right.\n"""\n'
IDS = ("01_threads/start", "01_threads/join", "03_locks/counter")


@pytest.fixture
def root(tmp_path) -> Path:
    """A checkout with three exercises, none of them begun."""
    root = tmp_path / "kit"
    entries = "".join(ENTRY.format(id=id, title=id.upper()) for id in IDS)
    write(root / "exercises/index.toml", "imports = []\n" + entries)
    for id in IDS:
        topic, _, name = id.partition("/")
        write(root / f"exercises/{id}.py", STUB.format(id=id))
        write(root / f"tests/{topic}/test_{name}.py", "def test_a(): ...\n")
    keep_stubs(load(root), root)
    return root


@pytest.fixture
def memory(root, tmp_path) -> Memory:
    return Memory(root, tmp_path / "data")


@pytest.fixture
def exercises(root):
    return load(root)


@pytest.fixture
def counter(exercises):
    return exercises[2]


@pytest.fixture
def here(root, monkeypatch):
    """The commands work in the checkout `root`."""
    monkeypatch.setattr(commands, "ROOT", root)
    return root


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
