import itertools
from math import comb, factorial

import pytest

from grading.engine.strategies import OPERATION, Exhaustive, Noted, Priorities, RandomWalk, Replay
from grading.engine.trace import Decision, Schedule

ELSEWHERE = 7


def execute(lengths, chooser, site_of=lambda thread, position: OPERATION):
    """Threads of so many steps each, run to their end: the decisions, the order of the steps, the preemptions."""
    left = dict(enumerate(lengths))
    current, order, decisions, preemptions = 0, [], [], 0
    while left:
        ended = current not in left
        default = min(left) if ended else current
        others = tuple((thread, 0 if ended else 1) for thread in sorted(left) if thread != default)
        chosen = default
        if others:
            site = site_of(default, left[default])
            decisions.append(Decision(len(order), site, default, others))
            if ended or chooser.chooses(len(order), site):
                chosen = chooser(len(order), site, default, others)
        preemptions += dict(others).get(chosen, 0)
        current = chosen
        order.append(current)
        left[current] -= 1
        if not left[current]:
            del left[current]
    return decisions, tuple(order), preemptions


def hand_out_all(lengths, share=10_000, **options):
    """Every order that the strategy brings about and the preemptions in it, as it hands them out."""
    strategy = Exhaustive({OPERATION}, share)
    orders, preemptions = [], []
    while (schedule := strategy.next()) is not None:
        decisions, order, count = execute(lengths, Replay(schedule), **options)
        strategy.learn(schedule, decisions)
        orders.append(order)
        preemptions.append(count)
    return strategy, orders, preemptions


@pytest.mark.parametrize("steps", [1, 2, 3, 4])
def test_every_interleaving_of_two_threads_is_handed_out_once(steps):
    strategy, orders, _ = hand_out_all([steps, steps])
    assert len(orders) == len(set(orders)) == comb(2 * steps, steps)
    assert strategy.exhausted


def test_every_interleaving_of_three_threads_is_handed_out_once():
    strategy, orders, _ = hand_out_all([2, 2, 2])
    assert len(orders) == len(set(orders)) == factorial(6) // 2**3
    assert strategy.exhausted


def test_schedules_come_in_rising_preemptions():
    _, _, counts = hand_out_all([3, 2, 2])
    assert counts == sorted(counts)
    assert counts[0] == 0 and counts[-1] > 2


def test_share_of_a_level_cuts_it_and_leaves_room_for_the_next():
    strategy, _, counts = hand_out_all([4, 4], share=3)
    assert [counts.count(level) for level in range(3)] == [1, 3, 3]
    assert not strategy.exhausted
    assert strategy.complete_levels == 1


def test_no_switch_is_tried_where_none_matters():
    _, orders, _ = hand_out_all([3, 3], site_of=lambda thread, position: ELSEWHERE)
    assert orders == [(0, 0, 0, 1, 1, 1)]


def departures(sites):
    """A strategy that has executed the default schedule, with one alternative at ELSEWHERE."""
    strategy = Exhaustive(sites, share=10)
    strategy.learn(strategy.next(), [Decision(3, ELSEWHERE, 0, ((1, 1),))])
    return strategy


def test_switch_put_by_is_taken_up_when_its_site_turns_out_to_matter():
    sites = {OPERATION}
    strategy = departures(sites)
    sites.add(ELSEWHERE)
    assert strategy.next() == Schedule(((3, 1),))
    assert strategy.next() is None
    assert strategy.exhausted


def test_nothing_is_exhausted_while_a_switch_put_by_has_come_to_matter():
    sites = {OPERATION}
    strategy = departures(sites)
    assert strategy.exhausted
    sites.add(ELSEWHERE)
    assert not strategy.exhausted


@pytest.mark.parametrize("first", [1, 1000, 123_456])
def test_order_of_what_is_taken_up_does_not_depend_on_how_sites_are_numbered(first):
    numbers = range(first, first + 40, 3)
    sites = {OPERATION}
    strategy = Exhaustive(sites, share=100)
    strategy.learn(strategy.next(), [Decision(n, n, 0, ((1, 1),)) for n in numbers])
    sites.update(numbers)
    taken = [strategy.next().switches[0][0] - first for _ in numbers]
    assert taken == list(range(0, 40, 3))


def test_random_walk_is_decided_by_its_seed():
    def walk(seed):
        return execute([6, 6, 6], RandomWalk(seed, {OPERATION}))[1]

    assert [walk(seed) for seed in range(20)] == [walk(seed) for seed in range(20)]
    assert len({walk(seed) for seed in range(20)}) > 10


def test_random_walk_switches_only_where_it_matters():
    for seed in range(20):
        walk = RandomWalk(seed, {OPERATION})
        order = execute([3, 3], walk, site_of=lambda thread, position: ELSEWHERE)[1]
        assert order == (0, 0, 0, 1, 1, 1)


def test_priorities_are_decided_by_their_seed():
    def ranked(seed):
        return execute([6, 6, 6], Priorities(seed, {OPERATION}, 18))[1]

    assert [ranked(seed) for seed in range(20)] == [ranked(seed) for seed in range(20)]
    assert len({ranked(seed) for seed in range(20)}) > 10


def test_priorities_switch_no_more_often_than_they_change():
    """Three threads follow one another, and each of up to three changes brings one more switch, and one back."""
    for seed in range(100):
        order = execute([6, 6, 6], Priorities(seed, {OPERATION}, 18))[1]
        assert sum(one != other for one, other in itertools.pairwise(order)) <= 2 + 3


def test_priorities_find_the_one_order_that_needs_two_switches():
    wanted = (0, 0, 1, 1, 1, 1, 0, 0)
    orders = [execute([4, 4], Priorities(seed, {OPERATION}, 8))[1] for seed in range(200)]
    assert wanted in orders


def test_noted_chooses_like_the_other_and_keeps_all_decisions():
    walk = RandomWalk(3, {OPERATION})
    noted = Noted(RandomWalk(3, {OPERATION}))
    decisions, order, _ = execute([4, 4], noted)
    assert order == execute([4, 4], walk)[1]
    assert noted.decisions == decisions


def test_replay_keeps_to_the_default_where_the_schedule_says_nothing():
    replay = Replay(Schedule(((2, 1),)))
    assert execute([4, 2], replay)[1] == (0, 0, 1, 1, 0, 0)
