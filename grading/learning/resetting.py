"""Beginning an exercise again: the stub comes back, and what the learner had is kept."""

from itertools import count
from pathlib import Path

from grading.given import is_as_given, kept
from grading.index import Exercise
from grading.learning.state import Memory
from grading.results import write_whole


class NoReset(Exception):
    """The exercise cannot be begun again; nothing was changed, and the message says why."""


def reset(exercise: Exercise, memory: Memory) -> Path | None:
    """Puts the stub back, and forgets hints and verdicts; that the learner gave up is not forgotten.

    Gives the backup's path, or None if there was nothing to keep: the file was missing or still as it was given.
    Raises NoReset.
    """
    file = memory.root / exercise.stub()
    try:
        stub = (memory.root / kept(exercise)).read_bytes()
    except OSError as error:
        raise NoReset(
            f"The stub of {exercise.id} is not in {kept(exercise).as_posix()}"
            f" ({error.strerror}): get a fresh copy of the kit."
        ) from error
    backup = None
    if not is_as_given(exercise, memory.root):
        backup = _back_up(file, memory.folder / "backups" / exercise.topic)
        try:
            file.parent.mkdir(exist_ok=True)
            write_whole(file, [stub])
        except OSError as error:
            raise NoReset(f"{file} cannot be written ({error.strerror}).") from error
    memory.change(exercise, hints=0, passed="", failed="", failure="")
    return backup


def _back_up(file: Path, folder: Path) -> Path | None:
    """Copies the file to a name that is not taken. Raises NoReset."""
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise NoReset(f"{file} cannot be read ({error.strerror}), so no backup can be made.") from (
            error
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        names = (folder / f"{file.stem}-{number}{file.suffix}" for number in count(1))
        copy = next(name for name in names if not name.exists())
        with copy.open("xb") as stream:
            stream.write(content)
    except OSError as error:
        sentence = f"No backup can be written to {folder} ({error.strerror}): nothing was changed."
        raise NoReset(sentence) from error
    return copy
