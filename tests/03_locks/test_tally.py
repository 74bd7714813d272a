"""03_locks/tally: no count is lost, and no snapshot shows half a move."""

import contextlib
import time

import pytest

from grading.testing import Call, expect, expect_error, expect_returned, expect_type


def tally_of(exercise, *words):
    """A new Tally to which these words were added."""
    tally = exercise.Tally()
    for word in words:
        tally.add(word)
    return tally


def counted(snapshot):
    """The counts of a snapshot without the words at 0, which may be in it or not."""
    expect_type("snapshot()", got=snapshot, expected=dict)
    return {word: count for word, count in snapshot.items() if count != 0}


def counts(tally):
    return counted(tally.snapshot())


def in_threads(*calls):
    """Make each call, given as a function and its arguments, in its own thread; wait for all."""
    for call in [Call(*call) for call in calls]:
        call.result()


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_add_counts_each_word(exercise):
    other = exercise.Tally()
    tally = tally_of(exercise, "tea", "milk", "tea")
    expect("counts after tea, milk, tea", got=counts(tally), expected={"tea": 2, "milk": 1})
    expect("counts of another Tally()", got=counts(other), expected={})


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_move_takes_one_and_gives_one(exercise):
    tally = tally_of(exercise, "tea", "tea", "tea", "milk")
    tally.move("tea", "milk")
    called = "3 tea and 1 milk after move('tea', 'milk')"
    expect(called, got=counts(tally), expected={"tea": 2, "milk": 2})
    tally.move("tea", "rum")
    called = "2 tea and 2 milk after move('tea', 'rum')"
    expect(called, got=counts(tally), expected={"tea": 1, "milk": 2, "rum": 1})
    tally.move("tea", "rum")
    expect("the same once more", got=counts(tally), expected={"milk": 2, "rum": 2})


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_a_move_from_a_word_that_has_none_is_a_key_error_and_changes_nothing(exercise):
    tally = tally_of(exercise, "tea", "milk")
    tally.move("tea", "milk")
    for source, why in (
        ("tea", "where all tea was moved away"),
        ("rum", "where there was never any"),
    ):
        for target in ("milk", "salt", source):
            called = f"move({source!r}, {target!r}), {why}"
            expect_error(called, KeyError, tally.move, source, target)
            called = f"counts, 2 milk before, after the KeyError of {called}"
            expect(called, got=counts(tally), expected={"milk": 2})
    tally.add("tea")
    expect("counts after add('tea')", got=counts(tally), expected={"tea": 1, "milk": 2})


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.punctual
def test_no_lock_is_kept_after_a_key_error(exercise):
    """Time passes only when all are blocked or done: a call that is not back then never will be."""
    for target in ("tea", "milk"):
        tally = tally_of(exercise, "tea")
        with contextlib.suppress(Exception):
            tally.move("rum", target)
        for name, *arguments in (("add", "tea"), ("move", "tea", "milk"), ("snapshot",)):
            call = Call(getattr(tally, name), *arguments)
            time.sleep(60)
            called = f"{name}() in another thread, after move('rum', {target!r}) was refused"
            expect_returned(called, call.returned)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_a_move_to_the_same_word_changes_nothing(exercise):
    for words in (["tea"], ["tea", "tea", "milk"]):
        tally = tally_of(exercise, *words)
        before = counts(tally)
        Call(tally.move, "tea", "tea").result()
        expect(f"{before} after move('tea', 'tea')", got=counts(tally), expected=before)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_a_snapshot_is_an_independent_copy(exercise):
    tally = tally_of(exercise, "tea")
    first = tally.snapshot()
    first["tea"] = 99
    first["salt"] = 1
    called = "snapshot() of 1 tea, after an earlier snapshot was changed"
    expect(called, got=counts(tally), expected={"tea": 1})
    second = tally.snapshot()
    tally.add("tea")
    tally.move("tea", "milk")
    called = "a snapshot() of 1 tea, after add('tea') and move('tea', 'milk')"
    expect(called, got=counted(second), expected={"tea": 1})


@pytest.mark.points(1)
def test_no_add_is_lost(exercise):
    """One word is new to both threads, the other is there already."""
    tally = tally_of(exercise, "tea")

    def add(*words):
        for word in words:
            tally.add(word)

    in_threads((add, "tea", "milk"), (add, "milk", "tea"))
    called = "1 tea after tea and milk were added in each of two threads"
    expect(called, got=counts(tally), expected={"tea": 3, "milk": 2})


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_an_add_during_a_move_counts(exercise):
    for word, expected in (("tea", {"tea": 1, "milk": 2}), ("milk", {"milk": 3})):
        tally = tally_of(exercise, "tea", "milk")
        in_threads((tally.move, "tea", "milk"), (tally.add, word))
        called = f"1 tea, 1 milk after move('tea', 'milk') during add({word!r})"
        expect(called, got=counts(tally), expected=expected)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_opposite_moves_all_go_through(exercise):
    tally = tally_of(exercise, "tea", "tea", "milk")
    in_threads((tally.move, "tea", "milk"), (tally.move, "milk", "tea"))
    called = "2 tea, 1 milk after move('tea', 'milk') during move('milk', 'tea')"
    expect(called, got=counts(tally), expected={"tea": 2, "milk": 1})


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_the_last_one_is_moved_once(exercise):
    tally = tally_of(exercise, "tea")
    moved = []

    def move(target):
        with contextlib.suppress(KeyError):
            tally.move("tea", target)
            moved.append(target)

    in_threads((move, "milk"), (move, "rum"))
    called = "1 tea, moved in two threads at once: how many moves went through"
    expect(called, got=len(moved), expected=1)
    expect("1 tea after the one move", got=counts(tally), expected={moved[0]: 1})


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_no_move_is_half_done_in_a_snapshot(exercise):
    tally = tally_of(exercise, "tea")
    move = Call(tally.move, "tea", "milk")
    seen = counts(tally)
    move.result()
    called = (
        "snapshot() of 1 tea during move('tea', 'milk'), which must not be half done; "
        "words at 0 left out"
    )
    expect(called, got=seen, expected={"milk": 1} if "milk" in seen else {"tea": 1})
