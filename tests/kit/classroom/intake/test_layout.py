import pytest

from grading.classroom.intake.entries import Entry, Listing, Unreadable
from grading.classroom.intake.folders import Folder
from grading.classroom.intake.layout import where_students_are
from tests.kit.classroom.intake.packing import EXERCISES, folder


def base(*paths: str) -> str:
    return where_students_are(Listing(map(Entry, paths)), EXERCISES)


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["ada/a.py", "bob/a.py"], ""),
        (["class/ada/a.py", "class/bob/a.py"], "class"),
        (["class/ada.zip", "class/bob.zip"], "class"),
        (["class/ada/a.py", "class/bob/a.py", "__MACOSX/class/ada/a.py", ".x/y"], "class"),
        (["hw/doe_1_2_a.py"], "hw"),
        (["hw/Doe_1_assignsubmission_file_/a.py"], "hw"),
        (["Doe_1_assignsubmission_file_/a/a.py", "Doe_1_assignsubmission_file_/b/b.py"], ""),
        (["ada/03_locks/counter.py", "ada/05_executors/pool.py"], ""),
        (["ada/exercises/03_locks/counter.py", "ada/src/x.py"], ""),
        (["ada/counter.py"], ""),
    ],
)
def test_the_only_folder_of_an_archive_is_a_wrapper_if_students_are_in_it(paths, expected):
    assert base(*paths) == expected


def test_a_folder_on_disk_is_a_wrapper_only_if_names_are_as_platforms_make_them(tmp_path):
    plain = folder(tmp_path / "plain", {"ada/one/a.py": b"", "ada/two/a.py": b""})
    clones = folder(tmp_path / "clones", {"hw/hw-ada/.git/HEAD": b"", "hw/hw-ada/a.py": b""})
    assert where_students_are(Folder(plain), EXERCISES) == ""
    assert where_students_are(Folder(clones), EXERCISES) == "hw"


@pytest.mark.parametrize(
    ("paths", "shown"),
    [
        (["03_locks/counter.py"], "03_locks"),
        (["exercises/03_locks/counter.py", "README.md"], "exercises"),
        (["counter.py", "notes.txt"], "counter.py"),
    ],
)
def test_the_work_of_one_student_is_no_class(paths, shown):
    with pytest.raises(Unreadable, match=f"work of one student, as it holds {shown}: give"):
        base(*paths)
