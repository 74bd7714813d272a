"""Temporary: a folder of folders."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from grading.classroom.submissions import Student, Submission
from grading.index import Exercise


class NothingToGrade(Exception):
    """Nothing there."""


class Intake:
    """Submissions of a folder."""

    def __init__(self, path: Path, exercises: Sequence[Exercise]) -> None:
        self._folders = sorted(each for each in path.iterdir() if each.is_dir())
        self._exercises = exercises

    def __len__(self) -> int:
        return len(self._folders)

    def __iter__(self) -> Iterator[Submission]:
        for folder in self._folders:
            files = {
                each.id: each.stub(folder).read_bytes()
                for each in self._exercises
                if each.stub(folder).is_file()
            }
            yield Submission(Student(folder.name, folder.name), folder.name, files, {})
