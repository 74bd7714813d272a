import os

import pytest

from grading.bench.synthetic import is_as_known, write_class
from grading.classroom.gradebook import Gradebook
from grading.index import find, load
from tests.kit.classroom.killed import everything, run, run_and_kill

EXERCISES = [find(load(), name) for name in ("01_threads/start", "03_locks/counter")]


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """A class of 12, what is known of it, and its gradebook."""
    folder = tmp_path_factory.mktemp("class")
    known = write_class(folder / "class", 12, EXERCISES)
    assert run(folder / "class", folder / "whole.sqlite", EXERCISES).wait() == 0
    return folder / "class", known, folder / "whole.sqlite"


@pytest.mark.timeout(240)
def test_every_student_gets_what_is_known_of_each_file(graded):
    _, known, file = graded
    with Gradebook(file) as gradebook:
        results = {
            (each.student.key, exercise.id): exercise
            for each in gradebook.current()
            for exercise in each.result.exercises
        }
    assert {key for key, what in known.items() if not is_as_known(what, results[key])} == set()
    assert {what.kind for what in known.values()} >= {"right", "mistake", "stub"}


@pytest.mark.timeout(240)
@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_a_run_that_was_killed_leaves_the_same_gradebook_when_it_is_resumed(graded, tmp_path):
    folder, _, whole = graded
    killed = tmp_path / "killed.sqlite"
    counts = [*run_and_kill(folder, killed, EXERCISES, kills=4, longest=4)]
    assert counts == sorted(counts) and counts[-1] == 12
    assert everything(killed) == everything(whole)
