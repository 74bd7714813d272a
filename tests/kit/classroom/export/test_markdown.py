import pytest

from grading.classroom.export import markdown
from grading.classroom.export.base import CannotExport, file_name
from grading.classroom.submissions import Student
from tests.kit.classroom.export.conftest import HOSTILE, counter, graded, options, relay


def test_each_student_has_a_file_and_other_files_stay(out):
    out.mkdir()
    (out / "mine.txt").write_text("mine")
    markdown.export([graded("Jane Doe", relay()), graded("Ann", counter(3))], options(out=out))
    files = {file.name.rpartition("-")[0]: file for file in out.glob("*.md")}
    assert set(files) == {"Jane-Doe", "Ann"}
    assert files["Jane-Doe"].read_text(encoding="utf-8").startswith("# Feedback for Jane Doe\n")
    assert (out / "mine.txt").read_text() == "mine"


def test_the_same_student_has_the_same_file_again(out):
    for points in (0, 4):
        markdown.export([graded("Jane", relay(points))], options(out=out))
    (file,) = out.iterdir()
    assert "**4 of 4 points**" in file.read_text(encoding="utf-8")


NAMES = [
    "../../etc/passwd",
    "CON",
    "",
    "a/b\\c:d",
    "." * 300,
    "x" * 300,
    "\U0001f9f5" * 300 + "\u4e01" * 300,
    HOSTILE,
    "नमस्ते",
]


def test_any_name_gives_a_file_in_the_folder(out):
    students = [graded(name, relay(), key=str(place)) for place, name in enumerate(NAMES)]
    markdown.export(students, options(out=out))
    assert len([*out.iterdir()]) == len(NAMES)
    assert all(len(file.name.encode()) <= 255 for file in out.iterdir())
    assert any(file.name.startswith("नमस्ते-") for file in out.iterdir())


def test_names_that_differ_only_in_case_or_platform_have_different_files():
    students = [Student("jane", "Jane"), Student("JANE", "JANE"), Student("jane", "Jane", "moodle")]
    names = {file_name(student, ".md").casefold() for student in students}
    assert len(names) == 3


def test_a_folder_must_be_named_and_be_one(out):
    with pytest.raises(CannotExport, match="--out FOLDER"):
        markdown.export([graded("Jane")], options())
    out.write_text("a file")
    with pytest.raises(CannotExport, match="out cannot be a folder: File exists"):
        markdown.export([graded("Jane")], options(out=out))
