import pytest

from grading.engine.clocks import Races, merge, publish


def test_merging_keeps_the_later_epoch_of_each_thread():
    clock = {0: 3, 1: 1}
    merge(clock, {1: 4, 2: 2, 0: 1})
    assert clock == {0: 3, 1: 4, 2: 2}


def test_what_is_published_says_nothing_of_what_comes_after():
    clock = {0: 3, 1: 1}
    published = publish(clock, 0)
    assert published == {0: 3, 1: 1}
    assert clock == {0: 4, 1: 1}


def sites_after(*accesses):
    """The racing sites after accesses (thread, clock, write) to one place, at sites 1, 2, ..."""
    races = Races(set())
    for site, (thread, clock, write) in enumerate(accesses, 1):
        races.access("place", None, thread, clock, site, write)
    return races.sites


@pytest.mark.parametrize(
    ("first", "second", "racing"),
    [(True, True, {1, 2}), (True, False, {1, 2}), (False, True, {1, 2}), (False, False, set())],
)
def test_unordered_accesses_race_if_one_of_them_writes(first, second, racing):
    assert sites_after((0, {0: 1}, first), (1, {1: 1}, second)) == racing


def test_accesses_in_order_do_not_race():
    writer = {0: 1}
    reader = {1: 1}
    merge(reader, publish(writer, 0))
    assert sites_after((0, {0: 1}, True), (1, reader, False)) == set()


def test_access_after_the_publication_races_again():
    writer = {0: 1}
    reader = {1: 1}
    merge(reader, publish(writer, 0))
    assert sites_after((0, writer, True), (1, reader, False)) == {1, 2}


def test_order_is_handed_on_from_thread_to_thread():
    first, second, third = {0: 1}, {1: 1}, {2: 1}
    early = dict(first)
    merge(second, publish(first, 0))
    merge(third, publish(second, 1))
    assert sites_after((0, early, True), (2, third, True)) == set()


def test_one_thread_does_not_race_with_itself():
    assert sites_after((0, {0: 1}, True), (0, {0: 1}, True)) == set()


def test_different_places_do_not_race():
    races = Races(set())
    races.access("a", None, 0, {0: 1}, 1, True)
    races.access("b", None, 1, {1: 1}, 2, True)
    assert races.sites == set()


def test_every_site_that_races_is_found_and_no_other():
    """Thread 1 saw the first write (published at epoch 1), not the second (epoch 2)."""
    assert sites_after((0, {0: 1}, True), (0, {0: 2}, True), (1, {1: 1, 0: 1}, False)) == {2, 3}


def test_read_keeps_its_own_entry_beside_a_write_of_the_same_thread_elsewhere():
    assert sites_after((0, {0: 1}, False), (0, {0: 1}, True), (1, {1: 1}, False)) == {2, 3}
