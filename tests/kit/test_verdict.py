from grading.index import Exercise
from grading.results import ExerciseResult, Search, TestResult, exercise_result
from grading.verdict import describe, describe_failure, next_step

COUNTER = Exercise("03_locks/counter", "Protect a counter", 10, (), ())
PASSED = TestResult("test_a", "model", "passed", 2, "", Search("proved", 20, 3))
FAILED = TestResult("test_b", "live", "failed", 3, "got 1")
LATER = TestResult("test_c", "live", "failed", 3, "got 2")
MISSING = ExerciseResult("03_locks/counter", "missing", "counter.py is missing.", (FAILED,))


def test_a_pass_shows_how_thoroughly_each_test_was_searched():
    text = describe(COUNTER, exercise_result(COUNTER.id, (PASSED,)))
    assert text == (
        "03_locks/counter: Protect a counter (2 of 2 points)\n\n"
        "  ok      test_a (model): proved by 20 schedules"
    )


def test_a_budget_that_ran_out_is_not_called_a_proof():
    for kind in ("bounded", "sampled"):
        result = TestResult("test_a", "model", "passed", 2, "", Search(kind, 20, 3))
        assert "proved" not in describe(COUNTER, exercise_result(COUNTER.id, (result,)))


def test_only_the_first_failure_is_shown_in_full():
    text = describe(COUNTER, exercise_result(COUNTER.id, (PASSED, FAILED, LATER)))
    assert text.endswith("test_b (live):\n\ngot 1")
    assert "FAILED  test_c (live)" in text and "got 2" not in text


def test_a_file_that_could_not_be_run_gets_its_sentence_and_no_list_of_tests():
    assert describe_failure(MISSING) == "counter.py is missing."
    assert "test_b" not in describe(COUNTER, MISSING)


def test_the_next_step_names_the_file_and_the_command():
    step = next_step(
        COUNTER, exercise_result(COUNTER.id, (FAILED,)), " -s check -- 03_locks/counter"
    )
    assert "edit exercises/03_locks/counter.py" in step
    assert step.endswith("-m nox -s check -- 03_locks/counter")


def test_a_file_that_is_gone_can_be_had_back():
    assert next_step(COUNTER, MISSING).endswith("-m nox -s reset -- 03_locks/counter")


def test_a_fault_of_the_kit_sends_nobody_to_their_own_code():
    ours = TestResult("test_a", "model", "grader_error", 2, "oops")
    step = next_step(COUNTER, exercise_result(COUNTER.id, (ours,)))
    assert "not of your code" in step and "edit" not in step
