from grading.classroom.run import Change, Outcome
from grading.classroom.summary import print_changes, print_summary, progress
from tests.kit.classroom.conftest import COUNTER, KIT, NEWER, handed_in, result_of, verdict_of


def test_the_summary_counts_names_what_was_unreadable_and_shows_the_spread(gradebook, capsys):
    run = gradebook.begin_run("class")
    for place, content in enumerate((b"right", b"right", b"wrong")):
        submission = handed_in(f"s{place}", content)
        gradebook.enter(submission, [verdict_of(COUNTER, content)], run, place)
    outcomes = [
        Outcome("Alice", "graded", ()),
        Outcome("Bob [x]", "unreadable", ("bob.zip is cut short.",)),
        Outcome("Carol", "unchanged", ()),
    ]
    print_summary(outcomes, gradebook, KIT)
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert "1 graded, 1 unchanged, 1 failed to read" in lines
    assert "Bob [x]: bob.zip is cut short." in lines
    assert f"90 to 100 % 2 {'#' * 30}" in lines
    assert f"30 to 40 % 1 {'#' * 15}" in lines
    assert f"{COUNTER} 78% 2 of 3" in lines
    assert "Confined by process group." in lines


def test_grades_by_an_older_kit_are_told(gradebook, capsys):
    submission = handed_in("alice")
    gradebook.enter(submission, [verdict_of(COUNTER, b"right")], gradebook.begin_run(""), 0)
    print_summary([], gradebook, NEWER)
    assert "1 submissions have grades by another version" in capsys.readouterr().out


def test_an_empty_class_has_a_summary_too(gradebook, capsys):
    print_summary([], gradebook, KIT)
    assert capsys.readouterr().out == "0 graded, 0 unchanged, 0 failed to read\n"


def test_changes_name_student_exercise_scores_and_tests(capsys):
    change = Change("Alice", result_of(COUNTER, b"wrong"), result_of(COUNTER, b"right"))
    print_changes([("Alice", [change]), ("Bob", [])])
    out = capsys.readouterr().out
    assert f"Alice, {COUNTER}: 1/3 -> 3/3" in out
    assert "test_a (model): failed, 0 of 2 -> passed, 2 of 2" in out
    assert "2 submissions graded again, 1 with another result." in out


def test_progress_says_nothing_in_a_pipe(capsys):
    assert list(progress("abc", 3, "Grading")) == ["a", "b", "c"]
    assert capsys.readouterr() == ("", "")
