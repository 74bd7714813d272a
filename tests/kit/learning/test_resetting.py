import pytest

from grading.given import is_as_given, kept
from grading.learning.resetting import NoReset, reset
from grading.learning.state import Record

MINE = "mine = 1\n"


def write(memory, exercise, text: str = MINE) -> None:
    (memory.root / exercise.stub()).write_text(text)


def test_the_stub_comes_back_and_the_learners_file_is_kept(memory, counter):
    write(memory, counter)
    backup = reset(counter, memory)
    assert is_as_given(counter, memory.root)
    assert backup.read_text() == MINE


def test_no_backup_overwrites_another(memory, counter):
    kept = []
    for text in ("a = 1\n", "b = 2\n"):
        write(memory, counter, text)
        kept.append(reset(counter, memory))
    assert [backup.read_text() for backup in kept] == ["a = 1\n", "b = 2\n"]


def test_hints_begin_again_but_giving_up_is_not_forgotten(memory, counter):
    memory.change(counter, hints=3, gave_up=True, passed="x", failed="y", failure="z")
    reset(counter, memory)
    assert memory.of(counter) == Record(gave_up=True)


def test_a_deleted_file_comes_back(memory, counter):
    (memory.root / counter.stub()).unlink()
    assert reset(counter, memory) is None
    assert is_as_given(counter, memory.root)


def test_a_deleted_topic_comes_back(memory, counter):
    (memory.root / counter.stub()).unlink()
    (memory.root / counter.stub()).parent.rmdir()
    reset(counter, memory)
    assert is_as_given(counter, memory.root)


def test_a_file_as_it_was_given_needs_no_backup(memory, counter):
    assert reset(counter, memory) is None
    assert not (memory.folder / "backups").exists()


def test_a_stub_whose_lines_end_otherwise_is_as_it_was_given(memory, counter):
    file = memory.root / counter.stub()
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert is_as_given(counter, memory.root)


def test_without_a_backup_nothing_is_changed(memory, counter):
    write(memory, counter)
    memory.folder.parent.write_text("a file where the folder should be")
    with pytest.raises(NoReset, match="nothing was changed"):
        reset(counter, memory)
    assert (memory.root / counter.stub()).read_text() == MINE


def test_what_cannot_be_read_is_not_overwritten(memory, counter):
    file = memory.root / counter.stub()
    file.unlink()
    file.mkdir()
    with pytest.raises(NoReset, match="cannot be read"):
        reset(counter, memory)


def test_a_kit_without_its_copy_of_the_stub_says_so(memory, counter):
    write(memory, counter)
    (memory.root / kept(counter)).unlink()
    with pytest.raises(NoReset, match=r"grading/stubs/03_locks/counter\.py\.txt"):
        reset(counter, memory)
    assert (memory.root / counter.stub()).read_text() == MINE
