import json

from grading.classroom.export.visibility import OURS, as_student
from grading.results import SubmissionResult, TestResult, exercise_result
from tests.kit.classroom.conftest import COUNTER
from tests.kit.classroom.export.conftest import HIDDEN, SECRET, counter, not_judged, relay


def seen(*exercises):
    return as_student(SubmissionResult("exercises", exercises))


def test_hidden_tests_count_but_neither_name_nor_message_nor_replay_is_shown():
    result = seen(counter(5))
    assert (result.score, result.max_score) == (5, 6)
    text = json.dumps(result.to_json())
    assert HIDDEN not in text and SECRET not in text and "13.2" not in text
    assert result.exercises[0].message.endswith("the first failure is hidden test 1 (model).")


def test_a_message_of_another_test_does_not_name_a_hidden_one():
    killed = f"This test was not run: the process was killed after 60 s during {HIDDEN} (model)."
    tests = (
        TestResult(HIDDEN, "model", "failed", 1, "", hidden=True),
        TestResult("test_a", "model", "failed", 1, killed),
    )
    (exercise,) = seen(exercise_result(COUNTER, tests)).exercises
    assert exercise.tests[1].message.endswith("during hidden test 1 (model).")


def test_a_fault_of_the_kit_is_called_so_and_hides_nothing_less():
    (exercise,) = seen(not_judged()).exercises
    assert exercise.message.startswith(OURS)
    assert exercise.tests[0].message == f"{OURS}\n\nthe engine is at fault"
    hidden = TestResult(HIDDEN, "model", "grader_error", 1, SECRET, hidden=True)
    (exercise,) = seen(exercise_result(COUNTER, (hidden,))).exercises
    assert exercise.tests[0].message == OURS


def test_what_hides_nothing_stays_as_it_is():
    assert seen(relay()).exercises == (relay(),)
