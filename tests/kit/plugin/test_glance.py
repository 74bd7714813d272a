"""A first look at a suite: the model world alone, and a share of the effort for each test."""

import pytest

from tests.kit.plugin.lab import Lab

SUITE = """
    def bump(exercise):
        threads = [threading.Thread(target=exercise.bump) for _ in range(2)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
        expect("n after two bumps", got=exercise.n, expected=2)

    def test_large(exercise):
        for _ in range(2_000): exercise.n += 0

    def test_lost(exercise):
        bump(exercise)

    @pytest.mark.world("live")
    def test_live(exercise):
        assert False
"""
SOLUTION = """
    n = 0

    def bump():
        global n
        n += 1
"""


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    lab = Lab(tmp_path_factory.mktemp("lab"))
    lab.exercise(SUITE, SOLUTION)
    return lab


@pytest.fixture(scope="module")
def glance(lab):
    return lab.run("--glance", "2000")


def test_a_glance_runs_in_the_model_world_alone(glance):
    assert {name.partition("[")[2] for name in glance.texts} == {"model]"}


def test_a_test_that_spends_its_share_leaves_the_others_theirs(glance):
    assert glance.failed == ["x::test_lost[model]"]


def test_a_failure_reads_as_it_does_without_a_glance(lab, glance):
    whole = lab.run("-k", "test_lost and model")
    assert glance.text("test_lost[model]") == whole.text("test_lost[model]")


def test_without_any_effort_nothing_is_seen(lab):
    assert lab.run("--glance", "0").failed == []
