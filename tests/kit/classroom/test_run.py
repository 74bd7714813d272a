from concurrent.futures import Future

import pytest

from grading.classroom.jobs import digest_of
from grading.classroom.run import grade_class, regrade
from grading.index import Exercise
from tests.kit.classroom.conftest import COUNTER, KIT, NEWER, RELAY, AtOnce, handed_in

EXERCISES = [Exercise(name, name, 3, (), ()) for name in (COUNTER, RELAY)]


def outcomes(work, *submissions, exercises=EXERCISES):
    return list(grade_class(submissions, exercises, work, "class"))


def test_a_file_that_several_students_handed_in_is_judged_once(judging):
    work = judging()
    outcomes(work, *(handed_in(name) for name in ("alice", "bob", "carol")))
    assert work.executor.asked == [(COUNTER, b"right"), (RELAY, "")]
    assert [graded.result.score for graded in work.gradebook.current()] == [4, 4, 4]


def test_an_unchanged_submission_is_not_judged_again(judging):
    outcomes(judging(), handed_in("alice"))
    again = judging()
    (told,) = outcomes(again, handed_in("alice"))
    assert told.state == "unchanged"
    assert again.executor.asked == []


def test_a_changed_submission_is_judged_and_the_old_grade_stays(judging):
    work = judging()
    outcomes(work, handed_in("alice", b"wrong"))
    (told,) = outcomes(work, handed_in("alice", b"right"))
    assert told.state == "graded"
    assert [graded.result.score for graded in work.gradebook.current()] == [4]
    assert work.gradebook.graded(handed_in("alice", b"wrong")) == {COUNTER, RELAY}


def test_an_exercise_that_was_left_out_is_graded_later(judging):
    outcomes(judging(), handed_in("alice"), exercises=EXERCISES[:1])
    work = judging()
    outcomes(work, handed_in("alice"))
    assert work.executor.asked == [(RELAY, "")]


def test_what_cannot_be_read_is_told_and_the_others_are_graded(judging):
    broken = handed_in("alice", fault="alice.zip is cut short: hand it in again.")
    half = handed_in("bob", counter="counter.py is a link: hand in the file itself.")
    work = judging()
    told = outcomes(work, broken, half, handed_in("carol"))
    assert [each.state for each in told] == ["unreadable", "graded", "graded"]
    assert [each.faults for each in told][:2] == [
        ("alice.zip is cut short: hand it in again.",),
        ("counter.py is a link: hand in the file itself.",),
    ]
    assert (COUNTER, "counter.py is a link: hand in the file itself.") in work.executor.asked


def test_submissions_are_taken_in_only_as_fast_as_they_are_judged(judging):
    taken = []

    def submissions():
        for number in range(100):
            taken.append(number)
            yield handed_in(f"student {number}", str(number).encode())

    told = grade_class(submissions(), EXERCISES, judging(), "class")
    next(told)
    assert len(taken) < 10


def test_a_run_that_stops_keeps_what_was_complete_and_the_next_goes_on(judging):
    def broken_off():
        yield from [handed_in(f"s{number}", str(number).encode()) for number in range(8)]
        raise KeyboardInterrupt

    work = judging()
    with pytest.raises(KeyboardInterrupt):
        list(grade_class(broken_off(), EXERCISES, work, "class"))
    kept = len(list(work.gradebook.current()))
    assert 0 < kept < 8
    again = judging()
    outcomes(again, *(handed_in(f"s{number}", str(number).encode()) for number in range(8)))
    assert len([name for name, _ in again.executor.asked if name == COUNTER]) <= 8 - kept


def test_a_run_that_stops_within_a_submission_keeps_the_verdicts_on_its_files(judging):
    class Interrupted(AtOnce):
        """The run is interrupted while the first file is judged, and the second one is done."""

        def submit(self, function, exercise, /, *args):
            future = super().submit(function, exercise, *args)
            if exercise == COUNTER:
                future = self.first = Future()
            else:
                self.first.set_exception(KeyboardInterrupt())
            return future

    work = judging()
    work.executor = Interrupted()
    with pytest.raises(KeyboardInterrupt):
        outcomes(work, handed_in("alice"))
    assert list(work.gradebook.current()) == []
    again = judging()
    outcomes(again, handed_in("alice"))
    assert again.executor.asked == [(COUNTER, b"right")]


def test_regrading_says_whose_score_changed_and_by_which_test(judging):
    outcomes(judging(KIT), handed_in("alice"), handed_in("bob", b"wrong"))
    told = dict(regrade(judging(NEWER, worth=3)))
    (change,) = [each for each in told["Alice"] if each.after.id == COUNTER]
    assert (change.before.score, change.after.score) == (3, 4)
    assert change.reasons == ["test_a (model): passed, 2 of 2 -> passed, 3 of 3"]
    (change,) = [each for each in told["Bob"] if each.after.id == COUNTER]
    assert change.reasons == ["test_a (model): failed, 0 of 2 -> failed, 0 of 3: got 1"]


def test_regrading_without_a_newer_kit_judges_nothing(judging):
    outcomes(judging(), handed_in("alice"))
    work = judging()
    assert list(regrade(work)) == []
    assert work.executor.asked == []


def test_what_was_regraded_is_not_stale_and_the_old_grade_is_history(judging):
    outcomes(judging(KIT), handed_in("alice"))
    newer = judging(NEWER, worth=3)
    list(regrade(newer))
    assert newer.gradebook.count_stale(NEWER) == 0
    (graded,) = newer.gradebook.current()
    assert graded.conditions == (NEWER,)
    assert newer.gradebook.verdict(COUNTER, digest_of(b"right"), KIT) is not None
