import itertools

import pytest

from grading.engine import explore, reproduce, tree
from grading.engine.strategies import Replay
from grading.engine.trace import Schedule
from tests.kit.engine.programs import LOCKED, POLLING, UNLOCKED, program

THREE_UNLOCKED = UNLOCKED.replace("bump, bump", "bump, bump, bump").replace("== 2", "== 3")


def grown(source):
    """The tree of a program as the plugin grows it: after a search."""
    test = program(source)
    verdict = explore.explore(test)
    shown = verdict.failing.schedule if verdict.failing else Schedule()
    return tree.grow(test, shown, verdict.sites)


def ends(node):
    """The executions that end below a node."""
    if node.end is not None:
        yield node.end
    for following in node.choices.values():
        if following is not None:
            yield from ends(following)


def forks(node):
    """The nodes below and with this one at which somebody may choose."""
    if node.choices:
        yield node
    for following in node.choices.values():
        if following is not None:
            yield from forks(following)


def along(node, path):
    """What is recorded on a way through the tree, and its end."""
    steps = list(node.steps)
    for thread in path:
        node = node.choices[thread]
        steps += node.steps
    return steps, node.end


@pytest.mark.parametrize("source", [UNLOCKED, LOCKED])
def test_each_end_of_a_tree_is_the_end_of_its_schedule(source):
    found = list(ends(grown(source).root))
    assert len(found) > 1
    for end in found:
        again = program(source).execute(Replay(end.schedule))
        assert (again.failure is None) == (end.failure is None)
        assert again.schedule == end.schedule


def test_every_way_on_of_a_small_program_is_in_its_tree():
    found = grown(UNLOCKED)
    assert found.whole
    assert all(None not in fork.choices.values() for fork in forks(found.root))
    assert found.executed == len(list(ends(found.root)))
    assert {bool(end.failure) for end in ends(found.root)} == {True, False}


def test_no_end_of_a_right_program_is_a_failure():
    found = grown(LOCKED)
    assert found.whole
    assert found.shown.schedule == Schedule()
    assert not any(end.failure for end in ends(found.root))


def test_the_way_of_the_failing_schedule_leads_to_its_failure():
    found = grown(UNLOCKED)
    steps, end = along(found.root, found.path)
    assert steps == found.shown.recorded
    assert end.failure.kind == "error"
    assert end.schedule == found.shown.schedule


def test_whoever_goes_on_by_default_does_so_in_the_default_schedule():
    node = grown(UNLOCKED).root
    while node.choices:
        node = node.choices[node.default]
    assert node.end.schedule == Schedule()


def test_a_tree_with_no_room_for_all_is_not_whole_and_has_the_failing_schedule(monkeypatch):
    monkeypatch.setattr(tree, "EXECUTIONS", 3)
    found = grown(THREE_UNLOCKED)
    assert not found.whole
    assert found.executed == 3
    assert any(None in fork.choices.values() for fork in forks(found.root))
    assert along(found.root, found.path)[1].failure


def test_the_ways_that_leave_the_failing_schedule_once_come_first():
    """Whoever steps along it may choose otherwise anywhere."""
    found = grown(THREE_UNLOCKED)
    assert not found.whole
    node = found.root
    for thread in found.path:
        assert None not in node.choices.values()
        node = node.choices[thread]


def test_a_program_that_polls_has_no_whole_tree():
    assert not grown(POLLING).whole


def test_of_an_execution_with_many_forks_the_first_are_kept(monkeypatch):
    monkeypatch.setattr(tree, "LONGEST", 2)
    found = grown(UNLOCKED)
    assert not found.whole
    steps, end = along(found.root, found.path)
    assert len(found.path) == 2
    assert steps == found.shown.recorded[: len(steps)]
    assert end is not None


def test_a_program_that_goes_other_ways_by_real_chance_has_no_tree():
    one, other = program(UNLOCKED), program(LOCKED)
    bodies = itertools.cycle([one.body, other.body])
    with pytest.raises(reproduce.Unreproducible):
        tree.grow(reproduce.Test(lambda: next(bodies)()), Schedule(), frozenset())
