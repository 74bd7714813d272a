import pytest

from grading.index import ROOT, load
from grading.learning.glossary import terms, terms_in
from grading.messages import read

MESSAGES = [text for each in load() for text in read(ROOT / each.messages).values()]


@pytest.mark.parametrize("term", terms(), ids=lambda term: term.name)
def test_each_term_is_met_by_somebody_who_makes_a_mistake_of_the_kit(term):
    assert any(term in terms_in(message) for message in MESSAGES)


@pytest.mark.parametrize(
    ("mistake", "names"),
    [
        ("03_locks/counter/no_lock", {"race", "lost update", "critical section", "preemption"}),
        ("03_locks/counter/copy_then_add", {"holds", "critical section"}),
        ("03_locks/transfer/argument_order", {"deadlock", "waits"}),
        ("01_threads/join/no_join", {"race", "happens-before"}),
        ("01_threads/join/spins_on_is_alive", {"polling"}),
        ("04_queues/relay/error_hangs", {"hangs"}),
    ],
)
def test_the_words_of_well_known_mistakes_are_explained(mistake, names):
    id, _, name = mistake.rpartition("/")
    (exercise,) = (each for each in load() if each.id == id)
    assert names <= {term.name for term in terms_in(read(ROOT / exercise.messages)[name])}


def test_a_word_is_found_across_the_end_of_a_line():
    assert [term.name for term in terms_in("A held lock, B held no\nlock.")] == ["critical section"]
