import pytest

from grading.classroom.figures import means, spread
from grading.classroom.records import Score


def test_each_tenth_of_the_points_is_counted_and_all_of_them_belong_to_the_highest():
    bins = spread([0, 0.05, 0.1, 0.999, 1.0])
    assert bins[0] == ("0 to 10 %", 2) and bins[1] == ("10 to 20 %", 1)
    assert bins[-1] == ("90 to 100 %", 2)
    assert sum(count for _, count in bins) == 5


def test_a_mean_weighs_by_points_and_leaves_out_what_gives_none():
    scores = [Score(1, "a", 1, 1), Score(2, "a", 0, 3), Score(1, "b", 0, 0)]
    assert means(scores, key=lambda each: each.exercise) == {"a": pytest.approx(0.25)}
