import pytest

from grading.index import Exercise
from grading.observe.choosing import UnknownTest, named_test

LIVE = """\
@pytest.mark.world("live")
def test_the_exit(exercise): ...
"""
SUITE = f"""\
def test_two_threads(exercise): ...
def test_two_threads_more(exercise): ...
def test_three_threads(exercise): ...
{LIVE}"""
GATE = Exercise("03_locks/gate", "Gate", 4, (), ())


@pytest.fixture
def root(tmp_path):
    suite = tmp_path / GATE.suite
    suite.parent.mkdir(parents=True)
    suite.write_text(SUITE, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("test_two_threads", "test_two_threads"),
        ("more", "test_two_threads_more"),
        ("three", "test_three_threads"),
        (None, None),
    ],
)
def test_a_whole_name_or_a_part_that_only_one_has_is_enough(root, name, meant):
    assert named_test(GATE, name, root) == meant


def test_a_part_that_several_have_is_not_enough_and_all_of_them_are_listed(root):
    with pytest.raises(UnknownTest, match="2 tests") as raised:
        named_test(GATE, "two", root)
    assert str(raised.value).split()[-2:] == ["test_two_threads", "test_two_threads_more"]


def test_a_name_that_no_test_has_is_answered_with_those_that_there_are(root):
    with pytest.raises(UnknownTest, match="no test with 'four'") as raised:
        named_test(GATE, "four", root)
    assert "test_three_threads" in str(raised.value) and "exit" not in str(raised.value)


def test_a_test_with_real_threads_alone_has_no_interleaving_to_show(root):
    with pytest.raises(UnknownTest, match="test_the_exit runs with real threads alone"):
        named_test(GATE, "test_the_exit", root)


@pytest.mark.parametrize("name", [None, "exit"])
def test_an_exercise_without_tests_in_the_model_world_says_so(root, name):
    (root / GATE.suite).write_text(LIVE, encoding="utf-8")
    with pytest.raises(UnknownTest, match="All tests of 03_locks/gate run with real threads"):
        named_test(GATE, name, root)
