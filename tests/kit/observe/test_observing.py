"""Each judges in a child, as the commands do."""

import shutil

import pytest

from grading.index import ROOT, find, load
from grading.observe import observe

COUNTER = find(load(), "03_locks/counter")
LOST = "test_no_increment_is_lost_between_two_threads"


@pytest.fixture
def solved_by(tmp_path):
    """A folder with this file for the counter."""

    def folder(file):
        target = COUNTER.stub(tmp_path)
        target.parent.mkdir(parents=True)
        shutil.copyfile(ROOT / file, target)
        return tmp_path

    return folder


def test_the_first_test_that_fails_is_shown_with_its_failure(solved_by):
    seen = observe(COUNTER, None, solved_by("exercises/03_locks/counter.py"))
    document = seen.document
    assert (document["title"], document["test"]) == ("03_locks/counter", LOST)
    assert document["status"] == "failed"
    assert "expected  4" in document["claim"]
    assert document["token"] == next(t.token for t in seen.result.tests if t.name == LOST)
    assert document["files"].keys() == {"counter.py", "test_counter.py"}
    assert {test.world for test in seen.result.tests} == {"model"}


def test_of_a_passing_solution_a_test_with_several_schedules_is_shown(solved_by):
    seen = observe(COUNTER, None, solved_by(COUNTER.reference))
    document = seen.document
    assert (document["test"], document["status"]) == (LOST, "passed")
    assert document["search"].startswith("proved by")
    assert document["claim"] == document["why"] == ""
    assert document["all"]


def test_the_test_that_is_named_is_shown_and_no_other_is_run(solved_by):
    name = "test_no_increment_is_lost_among_three_threads"
    seen = observe(COUNTER, name, solved_by(COUNTER.reference))
    assert seen.document["test"] == name
    assert [test.name for test in seen.result.tests] == [name]


def test_of_a_file_that_cannot_be_run_there_is_nothing_to_show(tmp_path):
    seen = observe(COUNTER, None, tmp_path)
    assert seen.result.status == "missing"
    assert seen.document is None
