import pytest

from grading.learning.solutions import NoSolution, compare


@pytest.fixture
def model(root, counter):
    file = root / counter.reference
    file.parent.mkdir(parents=True)
    file.write_text("same\nmodel\n")
    return file


def lines(root, counter, mine: str) -> tuple[str, ...]:
    (root / counter.stub()).write_text(mine)
    return compare(counter, root).lines


def test_both_files_are_shown_as_one_from_the_first_line_to_the_last(root, counter, model):
    assert lines(root, counter, "same\nmine\n") == ("  same", "- mine", "+ model")


def test_a_solution_that_is_the_model_word_for_word_is_shown_as_it_is(root, counter, model):
    assert lines(root, counter, "same\nmodel\n") == ("  same", "  model")
    assert compare(counter, root).is_same


def test_a_deleted_file_has_no_lines(root, counter, model):
    (root / counter.stub()).unlink()
    assert compare(counter, root).lines == ("+ same", "+ model")


def test_two_variants_at_most_are_named_with_their_idioms(root, counter, model):
    (root / counter.variants).mkdir(parents=True)
    for name in "abc":
        (root / counter.variants / f"{name}.py").write_text(f"# passes: idiom {name}\n")
    variants = [(file.name, idiom) for file, idiom in compare(counter, root).variants]
    assert variants == [("a.py", "idiom a"), ("b.py", "idiom b")]


def test_without_a_reference_there_is_no_solution(root, counter):
    with pytest.raises(NoSolution, match=r"reference/03_locks/counter\.py is not in this copy"):
        compare(counter, root)
