from pathlib import Path

import pytest

from grading.classroom.intake.entries import Entry, Listing
from grading.classroom.intake.folders import LINK, Folder
from grading.classroom.intake.platforms import students
from tests.kit.classroom.intake.packing import folder


def found(*paths: str) -> list[tuple[str, str, str, str]]:
    """Platform, key, name and source of each student."""
    handed_in = students(Listing(map(Entry, paths)), "", "class").handed_in
    return [
        (each.student.platform, each.student.key, each.student.name, each.source)
        for each in handed_in
    ]


@pytest.mark.parametrize(
    ("path", "student"),
    [
        ("doejane_123_456_a.py", ("canvas", "123", "doejane", "doejane_123_456_a.py")),
        ("doejane_LATE_123_456_a.py", ("canvas", "123", "doejane", "doejane_LATE_123_456_a.py")),
        ("doejane_123_456_1_2_a.py", ("canvas", "123", "doejane", "doejane_123_456_1_2_a.py")),
        ("משה_9_8_all.zip", ("canvas", "9", "משה", "משה_9_8_all.zip")),
        ("anon_ab12C_456_a.py", ("canvas", "anon_ab12C", "anon_ab12C", "anon_ab12C_456_a.py")),
        (
            "LATE_anon_ab12C_4_a.py",
            ("canvas", "anon_ab12C", "anon_ab12C", "LATE_anon_ab12C_4_a.py"),
        ),
        (
            "Jane Doe_77_assignsubmission_file_/a.py",
            ("moodle", "77", "Jane Doe", "Jane Doe_77_assignsubmission_file_"),
        ),
        (
            "Jane Doe_77_assignsubmission_file/a.py",
            ("moodle", "77", "Jane Doe", "Jane Doe_77_assignsubmission_file"),
        ),
        (
            "Jane Doe_77_assignsubmission_file_a.py",
            ("moodle", "77", "Jane Doe", "Jane Doe_77_assignsubmission_file_a.py"),
        ),
        ("_77_assignsubmission_file_/a.py", ("moodle", "77", "77", "_77_assignsubmission_file_")),
        ("ada/a.py", ("", "ada", "ada", "ada")),
        ("ada.tar.gz", ("", "ada", "ada", "ada.tar.gz")),
        ("ada.rar", ("", "ada", "ada", "ada.rar")),
        ("Jr./a.py", ("", "Jr.", "Jr.", "Jr.")),
        ("ada /a.py", ("", "ada ", "ada", "ada ")),
        (" /a.py", ("", " ", "(no name)", " ")),
        ("e\u0301/a.py", ("", "é", "é", "é")),
        ("a\nb/a.py", ("", "a\\nb", "a\\nb", "a\\nb")),
        ("👩\u200d💻.zip", ("", "👩\u200d💻", "👩\u200d💻", "👩\u200d💻.zip")),
    ],
)
def test_a_name_tells_the_student(path, student):
    assert found(path) == [student]


def test_all_files_of_a_canvas_user_are_one_submission():
    tree = Listing(map(Entry, ["doe_1_11_a.py", "doe_1_12_a-1.py", "doe_2_13_a.py"]))
    one, other = students(tree, "", "class").handed_in
    assert (one.student.key, one.source) == ("1", "doe_1_*")
    assert [(part.path, part.version) for part in one.parts] == [
        ("a.py", (0, 11)),
        ("a-1.py", (1, 12)),
    ]
    assert other.student.key == "2"


def test_a_folder_and_an_archive_of_a_student_are_two_submissions():
    assert [each[1:] for each in found("ada/a.py", "ada.zip")] == [
        ("ada", "ada", "ada"),
        ("ada", "ada", "ada.zip"),
    ]


def test_the_order_is_that_of_names():
    assert [each[2] for each in found("b/a", "é/a", "a.zip", "c_3_4_x.py")] == ["a", "b", "c", "é"]


def test_what_is_nobodys_is_noted_and_what_tools_leave_is_passed_over():
    tree = Listing(
        map(
            Entry,
            [
                "ada/a.py",
                "grades.csv",
                ".git/HEAD",
                "__MACOSX/ada/a.py",
                ".DS_Store",
                "doe_1_text.html",
                "Jane Doe_77_assignsubmission_onlinetext_/onlinetext.html",
            ],
        )
    )
    everything = students(tree, "", "class")
    assert [each.student.key for each in everything.handed_in] == ["ada"]
    noted = {note.partition(" is left out: ")[0] for note in everything.notes}
    assert noted == {
        "grades.csv",
        ".git",
        "doe_1_text.html",
        "Jane Doe_77_assignsubmission_onlinetext_",
    }


@pytest.mark.parametrize("path", ["../ada.zip", "/ada.zip", "/x_1_assignsubmission_file_/a.py"])
def test_a_path_that_leads_out_of_a_classs_archive_is_nobodys(path):
    everything = students(Listing([Entry(path, fault="leads out")]), "", "class")
    assert not everything.handed_in and len(everything.notes) == 1


def test_a_link_in_place_of_a_folder_is_a_submission_that_says_so(tmp_path):
    (tmp_path / "ada").symlink_to("/etc")
    (ada,) = students(Folder(tmp_path), "", "class").handed_in
    assert ada.student.key == "ada" and ada.parts[0].fault == LINK


@pytest.mark.parametrize(
    ("course", "key"),
    [("hw-1-submissions", "ada-x"), ("hw-1", "ada-x"), ("class", "hw-1-ada-x"), ("", "hw-1-ada-x")],
)
def test_a_clone_is_named_without_its_assignment_where_the_folder_tells_it(tmp_path, course, key):
    root: Path = folder(tmp_path, {"hw-1-ada-x/.git/HEAD": b"", "hw-1-bob/a.py": b""})
    ada, bob = sorted(students(Folder(root), "", course).handed_in, key=lambda each: each.source)
    assert (ada.student.key, ada.student.platform, ada.is_clone) == (key, "classroom", True)
    assert (bob.student.key, bob.student.platform) == ("hw-1-bob", "")
