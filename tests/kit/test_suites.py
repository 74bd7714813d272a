import pytest

from grading.suites import Expected, SuiteFault, expected_tests


def read(tmp_path, source: str) -> list[Expected]:
    suite = tmp_path / "test_counter.py"
    suite.write_text(source, encoding="utf-8")
    return expected_tests(suite)


def test_a_test_runs_in_both_worlds_model_first(tmp_path):
    source = "@pytest.mark.points(2)\ndef test_a(exercise): ..."
    assert read(tmp_path, source) == [Expected("test_a", "model", 2), Expected("test_a", "live", 2)]


@pytest.mark.parametrize("world", ["model", "live"])
def test_a_marked_test_runs_in_its_world_only(tmp_path, world):
    source = f'@pytest.mark.world("{world}")\n@pytest.mark.points(3)\ndef test_a(): ...'
    assert read(tmp_path, source) == [Expected("test_a", world, 3)]


def test_a_test_without_points_has_none(tmp_path):
    assert {each.points for each in read(tmp_path, "@pytest.mark.punctual\ndef test_a(): ...")} == {
        0
    }


def test_nothing_of_the_suite_is_executed(tmp_path):
    assert read(tmp_path, "import no_such_module\nraise SystemExit\ndef test_a(): ...")


def test_helpers_are_no_tests(tmp_path):
    assert read(tmp_path, "def helper(): ...\nclass Thing:\n    def test_not_me(self): ...") == []


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (
            "@pytest.mark.points(2.5)\ndef test_a(): ...",
            "line 2, test_a: write @pytest.mark.points",
        ),
        ("@pytest.mark.points(-1)\ndef test_a(): ...", "write @pytest.mark.points"),
        ("@pytest.mark.points\ndef test_a(): ...", "write @pytest.mark.points"),
        ("@pytest.mark.points(N)\ndef test_a(): ...", "write @pytest.mark.points"),
        ('@pytest.mark.world("moon")\ndef test_a(): ...', "write @pytest.mark.world"),
        ("@pytest.mark.world(W)\ndef test_a(): ...", "write @pytest.mark.world"),
        ("def test_a(:", "cannot be read"),
    ],
)
def test_a_suite_that_cannot_be_read_is_said_to_be_at_fault(tmp_path, source, words):
    with pytest.raises(SuiteFault, match=r"test_counter\.py") as caught:
        read(tmp_path, source)
    assert words in str(caught.value)


def test_a_suite_that_is_not_there_is_a_fault(tmp_path):
    with pytest.raises(SuiteFault, match="cannot be read"):
        expected_tests(tmp_path / "test_none.py")
