"""One student's own folder, however it is arranged: a checkout, files uploaded one by one, the tree of `exercises/`."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from grading.classroom.intake.entries import Unreadable
from grading.classroom.intake.folders import Folder
from grading.classroom.intake.picking import Picked, pick
from grading.index import Exercise


@contextmanager
def as_tree(folder: Path, exercises: Sequence[Exercise]) -> Iterator[tuple[Path, dict[str, str]]]:
    """A folder with the tree of `exercises/`, and by exercise id why a file was not taken.

    It is `folder` itself if that has such a tree, else a temporary one with the files that are found in it.
    """
    has_tree = any(exercise.stub(folder).exists() for exercise in exercises)
    picked = Picked() if has_tree else _picked(folder, exercises)
    if not picked.files:
        yield folder, picked.faults
        return
    with tempfile.TemporaryDirectory() as temporary:
        for exercise in exercises:
            if (content := picked.files.get(exercise.id)) is not None:
                target = exercise.stub(Path(temporary))
                target.parent.mkdir(exist_ok=True)
                target.write_bytes(content)
        yield Path(temporary), picked.faults


def _picked(folder: Path, exercises: Sequence[Exercise]) -> Picked:
    try:
        return pick(exercises, Folder(folder).walk(""))
    except Unreadable as fault:
        return Picked(faults={exercise.id: f"{folder} {fault}." for exercise in exercises})
