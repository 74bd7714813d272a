import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from grading import commands
from grading.classroom import kit_copy
from grading.classroom.handout import write_handout
from grading.classroom.kit_copy import NoCopy, hide, without_hidden
from grading.given import is_as_given
from grading.index import ROOT, load
from grading.suites import expected_tests

SUITE = '''"""A suite."""

import pytest


@pytest.mark.points(2)
def test_seen(exercise):
    pass


# Why the class must not see it.
@pytest.mark.hidden
@pytest.mark.points(3)
def test_kept_back(exercise):
    secret = 7


@pytest.mark.points(1)
@pytest.mark.world("live")
def test_seen_too(exercise):
    pass
'''


@pytest.fixture(scope="module")
def handout(tmp_path_factory) -> Path:
    out, _ = write_handout(tmp_path_factory.mktemp("class") / "threads")
    return out


def files_in(folder: Path) -> set[str]:
    paths = (file.relative_to(folder) for file in folder.rglob("*") if file.is_file())
    return {path.as_posix() for path in paths if path.parts[0] != ".git"}


def test_a_stub_that_the_teacher_has_solved_is_not_handed_out_in_silence(
    tmp_path, monkeypatch, capsys
):
    monkeypatch.setattr("grading.classroom.handout.write_handout", lambda out: [out])
    assert commands.run(["handout", str(tmp_path / "out")]) == 0
    assert capsys.readouterr().err == ""
    solved = "03_locks/counter"
    monkeypatch.setattr(
        "grading.classroom.commands.is_as_given", lambda exercise, _: exercise.id != solved
    )
    assert commands.run(["handout", str(tmp_path / "out")]) == 0
    (told,) = capsys.readouterr().err.splitlines()
    assert told.startswith("exercises/03_locks/counter.py") and told.endswith(f"reset -- {solved}")


def test_the_class_gets_every_stub_lesson_and_suite_and_no_answer(handout):
    files = files_in(handout)
    for exercise in load():
        assert exercise.stub().as_posix() in files
        assert exercise.suite.as_posix() in files
        assert f"exercises/{exercise.topic}/README.md" in files
    assert not [file for file in files if file.startswith(("reference", "tests/kit", ".ci"))]


def test_the_zip_holds_the_same_files(handout):
    with zipfile.ZipFile(handout.with_name("threads.zip")) as archive:
        names = {name for name in archive.namelist() if not name.endswith("/")}
    assert names == {f"threads/{file}" for file in files_in(handout)}


def test_the_handout_is_a_repository_with_everything_committed(handout):
    git = subprocess.run(
        ["git", "status", "--porcelain"], cwd=handout, capture_output=True, text=True, check=True
    )
    assert git.stdout == ""


def test_an_exercise_can_be_judged_in_the_handout(handout):
    command = [sys.executable, "-m", "grading", "check", "03_locks/counter"]
    ran = subprocess.run(command, cwd=handout, capture_output=True, text=True)
    assert ran.returncode == 1, ran.stderr
    assert "Next: edit exercises/03_locks/counter.py" in ran.stdout


def test_an_exercise_can_be_begun_again_in_the_handout_where_there_is_no_reference(handout):
    stub = handout / "exercises/03_locks/counter.py"
    given = stub.read_bytes()
    stub.write_text("spoilt = True\n")
    command = [sys.executable, "-m", "grading", "reset", "counter", "--yes"]
    ran = subprocess.run(command, cwd=handout, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    assert stub.read_bytes() == given


def test_the_handout_begins_exercises_again_with_the_stubs_that_it_was_made_of(tmp_path):
    kit_copy.copy_kit(tmp_path / "kit")
    changed = tmp_path / "kit/exercises/03_locks/counter.py"
    changed.write_text("# The teacher's own stub.\n")
    kit_copy.copy_kit(tmp_path / "class", root=tmp_path / "kit")
    (counter,) = (each for each in load() if each.stem == "counter")
    assert is_as_given(counter, tmp_path / "class")


def test_hidden_tests_are_taken_out_with_the_comments_above_them():
    visible = without_hidden(SUITE)
    assert "kept_back" not in visible and "secret" not in visible and "Why" not in visible
    assert "def test_seen(" in visible and "def test_seen_too(" in visible
    compile(visible, "suite", "exec")


def test_a_suite_without_hidden_tests_stays_as_it_is():
    for exercise in load():
        source = (ROOT / exercise.suite).read_text(encoding="utf-8")
        assert without_hidden(source) == source


def test_the_points_of_hidden_tests_are_not_promised_to_the_class(tmp_path):
    entry = '[[exercise]]\nid = "{id}"\ntitle = "t"\npoints = {points}\ndefines = []\nhints = []\n'
    (tmp_path / "exercises").mkdir()
    (tmp_path / "tests/03_locks").mkdir(parents=True)
    index = tmp_path / "exercises/index.toml"
    index.write_text(
        "imports = []\n"
        + entry.format(id="03_locks/other", points=5)
        + entry.format(id="03_locks/counter", points=11)
    )
    (tmp_path / "tests/03_locks/test_counter.py").write_text(SUITE)
    (tmp_path / "tests/03_locks/test_other.py").write_text("def test_a(): ...\n")
    hide(tmp_path)
    assert {each.id: each.points for each in load(tmp_path)} == {
        "03_locks/other": 5,
        "03_locks/counter": 5,
    }
    visible = expected_tests(tmp_path / "tests/03_locks/test_counter.py")
    assert [test.name for test in visible] == ["test_seen", "test_seen", "test_seen_too"]


def test_nothing_is_overwritten(tmp_path, capsys):
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes/mine.txt").write_text("mine")
    with pytest.raises(NoCopy, match="is there already"):
        write_handout(tmp_path / "notes")
    assert commands.run(["handout", str(tmp_path / "notes")]) == 2
    assert "name a new folder" in capsys.readouterr().err
    assert files_in(tmp_path) == {"notes/mine.txt"}


def test_the_zip_for_gradescope_has_both_scripts_ready_to_run(tmp_path):
    out = tmp_path / "autograder.zip"
    assert commands.run(["gradescope-zip", str(out)]) == 0
    with zipfile.ZipFile(out) as archive:
        modes = {each.filename: each.external_attr >> 16 for each in archive.infolist()}
    for script in ("setup.sh", "run_autograder"):
        assert modes[script] & 0o111 == 0o111
    assert "kit/tests/03_locks/test_counter.py" in modes
    assert not [name for name in modes if name.startswith("kit/reference")]


def test_the_kit_that_graders_get_keeps_its_hidden_tests(tmp_path, monkeypatch):
    suite = ROOT / "tests/03_locks/test_counter.py"
    kit_copy.copy_kit(tmp_path / "kit")
    copied = tmp_path / "kit/tests/03_locks/test_counter.py"
    assert copied.read_bytes() == suite.read_bytes()


@pytest.mark.skipif(os.name == "nt", reason="Gradescope's machines are Linux")
def test_gradescopes_script_leaves_a_result_for_what_was_handed_in(tmp_path):
    commands.run(["gradescope-zip", str(tmp_path / "autograder.zip")])
    source = tmp_path / "autograder/source"
    with zipfile.ZipFile(tmp_path / "autograder.zip") as archive:
        archive.extractall(source)
    submission = tmp_path / "autograder/submission"
    (tmp_path / "autograder/results").mkdir()
    submission.mkdir()
    (submission / "counter.py").write_bytes((ROOT / "reference/03_locks/counter.py").read_bytes())
    python = tmp_path / "autograder/venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    script = (source / "run_autograder").read_text()
    (source / "run").write_text(script.replace("/autograder/", f"{tmp_path}/autograder/"))
    subprocess.run(["bash", str(source / "run")], check=True)
    results = (tmp_path / "autograder/results/results.json").read_text()
    assert '"score"' in results
