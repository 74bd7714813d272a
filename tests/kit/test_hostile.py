"""Solutions that attack the grader gain nothing, end in time, leave nothing behind and harm no neighbour.

Each is a file of `hostile/`; its first line says what must become of it, what else it may import, and what it tries.
"""

import re
import shutil
import tempfile
import threading
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from grading import isolation
from grading.index import INDEX, ROOT, find, load
from grading.judge import judge
from grading.suites import expected_tests

FOLDER = Path(__file__).parent / "hostile"
FILES = sorted(FOLDER.glob("*.py"))
COUNTER = find(load(), "03_locks/counter")
FIRST_LINE = re.compile(
    r"# expects: (failed|invalid)(?:; imports ([\w., ]+))?"
    r"(; never ends)?(; only where confined)?: .+"
)
DEADLINE = 3.0  # of one that never ends
MARKED = ("escaped", "flood-1")


def project(root, imports=()):
    """The counter's suite, and a list of exercises that allows these imports too."""
    listed = tomllib.loads((ROOT / INDEX).read_text(encoding="utf-8"))
    allowed = (*listed["imports"], *imports)
    entry = f"""
imports = {[*allowed]}
[[exercise]]
id = "{COUNTER.id}"
title = "{COUNTER.title}"
points = {COUNTER.points}
defines = {[*COUNTER.defines]}
hints = ["none"]
"""
    (root / INDEX).parent.mkdir(parents=True)
    (root / INDEX).write_text(entry, encoding="utf-8")
    (root / COUNTER.suite).parent.mkdir(parents=True)
    shutil.copyfile(ROOT / COUNTER.suite, root / COUNTER.suite)
    return replace(COUNTER, imports=allowed)


def submit(folder, file):
    target = COUNTER.stub(folder)
    target.parent.mkdir(parents=True)
    shutil.copyfile(file, target)
    return folder


@pytest.fixture(scope="module")
def stub():
    """The score of the stub, and what confines the child here."""
    result = judge(COUNTER, ROOT / "exercises")
    return result.score, result.isolation


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_it_gains_nothing_and_harms_nobody(file, stub, tmp_path):
    first = file.read_text(encoding="utf-8").splitlines()[0]
    status, imports, endless, confined = FIRST_LINE.fullmatch(first).groups()
    stubs_score, isolated = stub
    if confined and (isolation.NAMESPACES not in isolated or "no Landlock" in isolated):
        pytest.skip(isolated)
    exercise = project(tmp_path, imports.split(", ") if imports else ())
    mallory = submit(tmp_path / "mallory", file)
    alice = submit(tmp_path / "alice", ROOT / COUNTER.reference)
    before = files_in(tmp_path)
    beside = []
    only = expected_tests(ROOT / COUNTER.suite)[0]
    neighbour = threading.Thread(
        target=lambda: beside.append(judge(exercise, alice, only=only, root=tmp_path))
    )
    neighbour.start()
    deadline = DEADLINE if endless else 60.0
    result = judge(exercise, mallory, root=tmp_path, deadline=deadline)
    neighbour.join()
    assert result.status == status, result.message
    assert result.score <= stubs_score
    assert [each.status for each in beside] == ["passed"], beside
    assert files_in(tmp_path) == before
    assert not any(Path(place, name).exists() for place in PLACES for name in MARKED)


PLACES = ("/", "/tmp", "/var/tmp", "/dev/shm", "/root", "/home", tempfile.gettempdir(), Path.home())


def files_in(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_there_are_many_of_them_and_each_says_what_it_tries():
    lines = [file.read_text(encoding="utf-8").splitlines()[0] for file in FILES]
    assert len(lines) >= 40
    assert [line for line in lines if not FIRST_LINE.fullmatch(line)] == []
