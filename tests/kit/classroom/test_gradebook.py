import sqlite3
import subprocess
import sys

import pytest

from grading.classroom.gradebook import Gradebook, NoGradebook
from grading.index import ROOT
from tests.kit.classroom.conftest import COUNTER, KIT, NEWER, handed_in, result_of, verdict_of


def test_what_is_entered_is_read_back_whole(gradebook):
    submission = handed_in("alice", when="2026-11-01T08:00:00Z")
    run = gradebook.begin_run("class")
    gradebook.enter(submission, [verdict_of(COUNTER, b"right")], run, 0)
    (graded,) = gradebook.current()
    assert (graded.student, graded.source) == (submission.student, "alice.zip")
    assert (graded.handed_in, graded.fault) == ("2026-11-01T08:00:00Z", "")
    assert graded.result.exercises == (result_of(COUNTER, b"right"),)
    assert graded.conditions == (KIT,)


def test_the_newest_submission_of_a_student_counts_and_the_others_stay(gradebook):
    run = gradebook.begin_run("class")
    for place, content in enumerate((b"wrong", b"right")):
        gradebook.enter(handed_in("alice", content), [verdict_of(COUNTER, content)], run, place)
    (graded,) = gradebook.current()
    assert graded.result.score == 3
    assert len(gradebook.graded(handed_in("alice", b"wrong"))) == 1


def test_a_student_who_goes_back_to_an_older_submission_has_that_one(gradebook):
    for content in (b"wrong", b"right", b"wrong"):
        run = gradebook.begin_run("class")
        gradebook.enter(handed_in("alice", content), [verdict_of(COUNTER, content)], run, 0)
    (graded,) = gradebook.current()
    assert graded.result.score == 1


def test_a_student_has_the_earlier_submissions_too_the_newest_first(gradebook):
    for content in (b"wrong", b"right", b"worse"):
        run = gradebook.begin_run("class")
        submission = handed_in("alice", content, when=f"2026-11-0{run}T08:00:00Z")
        gradebook.enter(submission, [verdict_of(COUNTER, content)], run, 0)
    gradebook.enter(handed_in("bob"), [], run, 1)
    alice, bob = gradebook.current()
    assert bob.earlier == ()
    newer, older = alice.earlier
    assert (newer.handed_in, newer.score, newer.max_score) == ("2026-11-02T08:00:00Z", 3, 3)
    assert (older.handed_in, older.score, older.max_score) == ("2026-11-01T08:00:00Z", 1, 3)
    assert older.graded_at and older.source == "alice.zip"


def test_an_earlier_submission_that_was_never_graded_is_told_too(gradebook):
    for content in (b"old", b"new"):
        gradebook.enter(handed_in("alice", content), [], gradebook.begin_run("class"), 0)
    ((earlier,),) = [graded.earlier for graded in gradebook.current()]
    assert (earlier.graded_at, earlier.score, earlier.max_score) == ("", 0, 0)


def test_students_of_the_same_name_are_told_apart_by_their_keys(gradebook):
    run = gradebook.begin_run("class")
    gradebook.enter(handed_in("alice"), [], run, 0)
    gradebook.enter(handed_in("Alice"), [], run, 1)
    assert [graded.student.key for graded in gradebook.current()] == ["Alice", "alice"]


def test_a_submission_that_cannot_be_entered_leaves_nothing_behind(gradebook):
    broken = verdict_of(COUNTER, b"right")
    object.__setattr__(broken.result, "status", "no such status")
    with pytest.raises(sqlite3.IntegrityError):
        gradebook.enter(handed_in("alice"), [broken], gradebook.begin_run("class"), 0)
    assert list(gradebook.current()) == []


def test_a_verdict_is_known_only_under_the_same_kit(gradebook):
    verdict = verdict_of(COUNTER, b"right")
    gradebook.enter(handed_in("alice"), [verdict], gradebook.begin_run("class"), 0)
    assert gradebook.verdict(COUNTER, verdict.digest, KIT) == verdict
    assert gradebook.verdict(COUNTER, verdict.digest, NEWER) is None


def test_only_grades_by_another_kit_are_stale(gradebook):
    gradebook.enter(
        handed_in("alice"), [verdict_of(COUNTER, b"right")], gradebook.begin_run("class"), 0
    )
    assert gradebook.count_stale(KIT) == 0 and list(gradebook.stale(KIT)) == []
    (stale,) = gradebook.stale(NEWER)
    assert gradebook.count_stale(NEWER) == 1
    assert (stale.student, stale.contents) == ("Alice", {COUNTER: b"right"})


def test_a_file_that_is_no_gradebook_is_refused_in_a_sentence(tmp_path):
    file = tmp_path / "notes.txt"
    file.write_text("these are notes, and long enough not to be an empty file\n" * 20)
    with pytest.raises(NoGradebook, match=r"notes\.txt cannot be used as a gradebook"):
        Gradebook(file)
    assert file.read_text().startswith("these are notes")


def test_another_database_is_not_written_into(tmp_path):
    file = tmp_path / "other.sqlite"
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE wine (name TEXT)")
    with pytest.raises(NoGradebook, match="version 0 of the tables"):
        Gradebook(file)


def test_a_gradebook_that_must_be_there_is_not_made(tmp_path):
    with pytest.raises(NoGradebook, match="grade the class first"):
        Gradebook(tmp_path / "none.sqlite", must_exist=True)
    assert list(tmp_path.iterdir()) == []


_WRITER = """
import sys
from pathlib import Path
from grading.classroom.gradebook import Gradebook
from tests.kit.classroom.conftest import COUNTER, handed_in, verdict_of
with Gradebook(Path(sys.argv[1])) as gradebook:
    run = gradebook.begin_run("class")
    for place in range(20):
        content = str(place).encode()
        gradebook.enter(handed_in(f"s{place}", content), [verdict_of(COUNTER, content)], run, place)
"""


def test_two_runs_at_once_enter_each_submission_once(tmp_path):
    file = tmp_path / "gradebook.sqlite"
    command = [sys.executable, "-c", _WRITER, str(file)]
    writers = [subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE) for _ in range(2)]
    errors = [writer.communicate()[1] for writer in writers]
    assert errors == [b"", b""]
    with Gradebook(file) as gradebook:
        assert len(list(gradebook.current())) == 20
    with sqlite3.connect(file) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("SELECT count(*) FROM grade").fetchone() == (20,)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
