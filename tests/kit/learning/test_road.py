from grading.learning.road import goal, is_done, next_exercise, standing
from grading.learning.state import fingerprint


def test_an_untouched_stub_is_not_begun(memory, exercises):
    assert [standing(each, memory) for each in exercises] == ["not begun"] * 3


def test_done_means_that_the_file_as_it_is_now_has_passed(memory, counter):
    file = memory.root / counter.stub()
    file.write_text("solved = 1\n")
    assert standing(counter, memory) == "not yet"
    memory.change(counter, passed=fingerprint(counter, memory.root))
    assert standing(counter, memory) == "done"
    file.write_text("spoilt = 1\n")
    assert standing(counter, memory) == "not yet"


def test_a_file_that_passed_once_and_failed_later_is_not_done(memory, counter):
    now = fingerprint(counter, memory.root)
    memory.change(counter, passed=now, failed=now)
    assert not is_done(counter, memory)


def test_a_file_that_is_put_back_to_what_passed_is_done_again(memory, counter):
    memory.change(counter, passed=fingerprint(counter, memory.root), failed="another file")
    assert is_done(counter, memory)


def test_a_deleted_file_is_missing_even_if_it_has_passed(memory, counter):
    memory.change(counter, passed=fingerprint(counter, memory.root))
    (memory.root / counter.stub()).unlink()
    assert standing(counter, memory) == "missing"


def test_the_next_exercise_is_the_first_in_the_list_that_is_not_done(memory, exercises):
    assert next_exercise(exercises, memory) == exercises[0]
    for solved, following in ((0, 1), (1, 2), (2, None)):
        exercise = exercises[solved]
        memory.change(exercise, passed=fingerprint(exercise, memory.root))
        assert next_exercise(exercises, memory) == (exercises[following] if following else None)


def test_the_goal_is_what_the_stub_says_though_the_learner_has_deleted_it(memory, counter):
    (memory.root / counter.stub()).unlink()
    assert goal(counter, memory) == "What 03_locks/counter wants.\n\nDone when it is right."
