from dataclasses import replace

from grading.learning.hints import all_hints, next_hint
from grading.learning.state import Memory


def test_each_hint_says_more_until_the_last_which_is_given_again(memory, counter):
    given = [next_hint(counter, memory) for _ in range(4)]
    assert [hint.level for hint in given] == [1, 2, 3, 3]
    assert [hint.is_last for hint in given] == [False, False, True, True]
    assert given[1].text == counter.hints[1]


def test_the_level_is_remembered_from_one_command_to_the_next(memory, counter):
    next_hint(counter, memory)
    assert next_hint(counter, Memory(memory.root, memory.folder.parent)).level == 2


def test_each_exercise_has_a_level_of_its_own(memory, exercises):
    next_hint(exercises[0], memory)
    assert next_hint(exercises[1], memory).level == 1


def test_an_exercise_may_have_no_hints(memory, counter):
    without = replace(counter, hints=())
    assert next_hint(without, memory) is None
    assert all_hints(without) == []


def test_fewer_hints_than_were_given_are_no_fault(memory, counter):
    memory.change(counter, hints=9)
    assert next_hint(counter, memory).level == 3
