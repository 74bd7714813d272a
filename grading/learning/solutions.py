"""The model solution beside the learner's own."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from itertools import islice
from pathlib import Path

from grading.index import Exercise

_IDIOM = "# passes: "
_VARIANTS = 2


class NoSolution(Exception):
    """There is none to show; the message says why, in a sentence."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both files as one: a line each, after `- ` if only the learner's has it, `+ ` if only the model has it.

    `variants` are files with other right solutions, and the idiom of each.
    """

    lines: tuple[str, ...]
    is_same: bool
    variants: tuple[tuple[Path, str], ...]


def require_solution(exercise: Exercise, root: Path) -> None:
    """Raises NoSolution where the kit is a copy for a class, which has no answers."""
    if not (root / exercise.reference).is_file():
        raise NoSolution(
            f"{exercise.reference.as_posix()} is not in this copy of the kit: ask whoever gave it to you."
        )


def compare(exercise: Exercise, root: Path) -> Comparison:
    """The learner's solution and the model; a file that is missing has no lines. Raises NoSolution."""
    require_solution(exercise, root)
    mine, model = _lines(root / exercise.stub()), _lines(root / exercise.reference)
    lines = tuple(_as_one(mine, model))
    files = sorted((root / exercise.variants).glob("*.py"))[:_VARIANTS]
    variants = tuple((file.relative_to(root), _idiom(file)) for file in files)
    return Comparison(lines, mine == model, variants)


def _as_one(mine: list[str], model: list[str]) -> Iterator[str]:
    if mine == model:
        yield from (f"  {line}" for line in mine)
    everything = len(mine) + len(model)
    heading = 3
    for line in islice(unified_diff(mine, model, n=everything, lineterm=""), heading, None):
        yield f"{line[0]} {line[1:]}".rstrip()


def _idiom(variant: Path) -> str:
    return next(iter(_lines(variant)), "").removeprefix(_IDIOM)


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
