import pytest

from grading.classroom.intake import picking
from grading.classroom.intake.entries import Entry
from grading.classroom.intake.picking import pick
from grading.index import Exercise
from tests.kit.classroom.intake.packing import COUNTER, EXERCISES, POOL


def file(path: str, content: bytes | None = None, **more) -> Entry:
    """A file that holds its own path, unless told."""
    whole = path.encode() if content is None else content
    return Entry(path, lambda limit: whole[:limit], **more)


def picked(*paths: str) -> str | None:
    """The path of the file that is taken for 03_locks/counter; its fault, if there is one."""
    found = pick(EXERCISES, map(file, paths))
    return found.files.get(COUNTER.id, b"").decode() or found.faults.get(COUNTER.id)


@pytest.mark.parametrize(
    ("paths", "best"),
    [
        (["03_locks/counter.py"], "03_locks/counter.py"),
        (["repo-main/exercises/03_locks/counter.py"], "repo-main/exercises/03_locks/counter.py"),
        (["old/03_locks/counter.py", "03_locks/counter.py"], "03_locks/counter.py"),
        (["counter.py", "x/y/03_locks/counter.py"], "x/y/03_locks/counter.py"),
        (["counter.py"], "counter.py"),
        (["x/counter.py", "counter.py"], "counter.py"),
        (["counter-1.py"], "counter-1.py"),
        (["counter.py", "counter-2.py", "counter-10.py"], "counter-10.py"),
        (["counter-1.py", "03_locks/counter.py"], "03_locks/counter.py"),
        (["03_locks/counter-1.py", "03_locks/counter.py"], "03_locks/counter.py"),
        (["Counter.py", "counter.txt", "my_counter.py", "counter.pyc", "counter.py.bak"], None),
        ([], None),
    ],
)
def test_the_shallowest_file_in_its_topics_folder_is_taken_or_else_one_by_its_name(paths, best):
    assert picked(*paths) == best
    assert picked(*reversed(paths)) == best


def test_two_files_that_are_equally_good_are_both_named_and_neither_is_taken():
    fault = picked("a/03_locks/counter.py", "b/03_locks/counter.py")
    assert fault == ("a/03_locks/counter.py and b/03_locks/counter.py may both be meant: keep one.")


def test_a_member_that_is_there_twice_is_not_taken():
    assert picked("03_locks/counter.py", "03_locks/counter.py") == (
        "03_locks/counter.py is there twice: keep one."
    )


def test_a_newer_version_goes_before_an_older_one_whatever_its_depth():
    older = file("a.zip/03_locks/counter.py", version=(0, 7))
    newer = file("a-1.zip/x/y/03_locks/counter.py", version=(1, 6))
    newest = file("b.zip/x/03_locks/counter.py", version=(1, 8))
    assert pick(EXERCISES, [newest, older, newer]).files[COUNTER.id].startswith(b"b.zip")


def test_a_name_that_two_exercises_share_needs_its_topics_folder():
    other = Exercise("07_choosing/counter", "Count", 1, (), ())
    found = pick([COUNTER, other], [file("counter.py"), file("x/07_choosing/counter.py")])
    assert found.files == {other.id: b"x/07_choosing/counter.py"}
    assert found.faults == {
        COUNTER.id: "counter.py may be of 2 exercises: put it into its topic's folder."
    }


def test_a_file_that_is_too_large_is_not_taken_and_its_neighbour_is(monkeypatch):
    monkeypatch.setattr(picking, "FILE", 2048)
    entries = [file("counter.py", bytes(2049)), file("pool.py", bytes(2048))]
    found = pick(EXERCISES, entries)
    assert list(found.files) == [POOL.id]
    assert found.faults == {
        COUNTER.id: "counter.py is larger than 2 KiB, which is the most that is read."
    }


def test_the_best_file_is_not_replaced_by_another_when_it_cannot_be_taken():
    entries = [Entry("03_locks/counter.py", fault="is a link"), file("old/03_locks/counter.py")]
    found = pick(EXERCISES, entries)
    assert not found.files and found.faults == {COUNTER.id: "03_locks/counter.py is a link."}


def test_a_topics_folder_that_is_a_link_is_why_its_exercises_are_missing():
    found = pick(EXERCISES, [file("pool.py"), Entry("x/03_locks", fault="is a link")])
    assert found.faults == {COUNTER.id: "x/03_locks is a link."} and POOL.id in found.files


def test_an_archive_that_cannot_be_read_is_why_the_rest_is_missing():
    found = pick(EXERCISES, [file("pool.py"), Entry("rest.zip", fault="is damaged")])
    assert found.faults == {COUNTER.id: "rest.zip is damaged."} and not found.fault


def test_where_nothing_could_be_read_there_is_one_fault():
    found = pick(EXERCISES, [Entry("all.zip", fault="is damaged")])
    assert found.fault == "all.zip is damaged." and not found.faults


def test_a_fault_of_what_is_no_exercises_is_not_told():
    found = pick(EXERCISES, [Entry("data", fault="is a link"), Entry("x.py", fault="is a link")])
    assert not (found.files or found.faults or found.fault)


def test_a_path_in_a_sentence_shows_what_cannot_be_seen():
    found = pick(EXERCISES, [Entry("a\nb\u202e/counter.py", fault="is a link")])
    assert found.faults == {COUNTER.id: "a\\nb\\u202e/counter.py is a link."}
