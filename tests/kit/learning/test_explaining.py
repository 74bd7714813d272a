import pytest

from grading.index import ROOT, load
from grading.learning.explaining import explanation
from grading.learning.state import Memory
from grading.messages import read

MEMORY = Memory(ROOT)


def explained(id: str, failure: str) -> str:
    (exercise,) = (each for each in load() if each.id == id)
    return explanation(exercise, failure, MEMORY)


def message(id: str, mistake: str) -> str:
    return read(ROOT / f"reference/mistakes/{id}/messages.txt")[mistake]


def test_the_failure_comes_first_then_the_words_then_the_lesson():
    failure = message("03_locks/counter", "lock_per_call")
    text = explained("03_locks/counter", failure)
    assert text.startswith(failure)
    words, lesson = text.index("\nrace: "), text.index("**A lock that nobody shares.**")
    assert len(failure) < words < lesson
    assert "(exercises/03_locks/README.md, line 42)" in text


def test_where_the_paragraph_is_not_known_all_titles_are_listed():
    text = explained("03_locks/account", message("03_locks/account", "refuses_the_last_money"))
    assert "  - Half a lock\n" in text and "  - Two locks, two orders" in text


@pytest.mark.parametrize(
    "failure", ["exercises/03_locks/counter.py is missing.", "counter.py, line 1, is not Python."]
)
def test_a_file_that_was_not_run_needs_no_glossary(failure):
    assert explained("03_locks/counter", failure) == failure


@pytest.mark.parametrize("exercise", load(), ids=lambda exercise: exercise.id)
def test_every_explanation_of_a_mistake_fits_eighty_columns(exercise):
    for failure in read(ROOT / exercise.messages).values():
        lines = explanation(exercise, failure, MEMORY).splitlines()
        wide = [line for line in lines if len(line) > 80]
        assert all(line.startswith(("replay:", "test_")) for line in wide)  # are never broken
