import pytest

from grading.classroom.intake import as_tree
from grading.index import Exercise

COUNTER = Exercise("03_locks/counter", "Protect a counter", 12, (), ())
RELAY = Exercise("04_queues/relay", "Pass on", 12, (), ())


@pytest.mark.parametrize(
    "place",
    ["03_locks/counter.py", "exercises/03_locks/counter.py", "counter.py", "a/b/counter.py"],
)
def test_the_file_is_found_wherever_it_lies(tmp_path, place):
    file = tmp_path / place
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"counter = 0\n")
    with as_tree(tmp_path, [COUNTER, RELAY]) as (tree, faults):
        assert COUNTER.stub(tree).read_bytes() == b"counter = 0\n"
        assert not RELAY.stub(tree).exists()
    assert faults == {}


def test_a_folder_with_the_tree_is_used_as_it_is(tmp_path):
    COUNTER.stub(tmp_path).parent.mkdir()
    COUNTER.stub(tmp_path).touch()
    with as_tree(tmp_path, [COUNTER]) as (tree, _):
        assert tree == tmp_path


def test_two_files_for_one_exercise_are_told(tmp_path):
    for folder in ("one", "two"):
        file = tmp_path / folder / "03_locks/counter.py"
        file.parent.mkdir(parents=True)
        file.write_text(folder)
    with as_tree(tmp_path, [COUNTER]) as (tree, faults):
        assert not COUNTER.stub(tree).exists()
    assert "one/03_locks/counter.py" in faults[COUNTER.id]
    assert "two/03_locks/counter.py" in faults[COUNTER.id]


def test_an_empty_file_is_handed_on_empty(tmp_path):
    (tmp_path / "counter.py").touch()
    with as_tree(tmp_path, [COUNTER]) as (tree, _):
        assert COUNTER.stub(tree).read_bytes() == b""
