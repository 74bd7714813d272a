"""The stubs as they were given: copies in `grading/stubs/`, beside the code and not among the exercises.

A learner may have solved, deleted or committed over a stub, and may have no git at all (a handout as a zip). So the
kit carries its own copies; `verify` compares them, `verify --accept` keeps them, and a handout writes its own.
"""

from collections.abc import Iterable
from pathlib import Path

from grading.index import ROOT, Exercise


def kept(exercise: Exercise) -> Path:
    """The copy's path in the project; it is no .py, so that no tool takes it for a program of the kit."""
    return Path("grading/stubs") / f"{exercise.id}.py.txt"


def keep_stubs(exercises: Iterable[Exercise], root: Path) -> None:
    """Copies the stubs as they are among the exercises now, where there is one. Raises OSError."""
    for exercise in exercises:
        if (root / exercise.stub()).is_file():
            copy = root / kept(exercise)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes((root / exercise.stub()).read_bytes())


def is_as_given(exercise: Exercise, root: Path = ROOT) -> bool:
    """Whether the learner's file still is the stub, however its lines end; not if one cannot be read."""
    content, given = _lines(root / exercise.stub()), _lines(root / kept(exercise))
    return content is not None and content == given


def _lines(file: Path) -> list[bytes] | None:
    try:
        return file.read_bytes().splitlines()
    except OSError:
        return None
