"""How long a learner waits: from a save to the first verdict, for each exercise of topics 01 to 05.

    python -m grading.bench.watch [NAME ...]

Each exercise is saved fifty times: its stub, its mistakes, the reference and its variants by turns, half of the times
in place and half by a new file in place of the old one, as editors do. The verdict is there when the view is told.
"""

from __future__ import annotations

import itertools
import queue
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.progress import track
from rich.table import Column, Table

from grading.index import ROOT, Exercise, load
from grading.learning.state import Memory
from grading.options import chosen
from grading.watch.judging import Verdict
from grading.watch.session import Session

SAVES: Final = 50
TOPICS: Final = 5
_PAUSE: Final = 0.15  # seconds between a verdict and the next save, in which a child is prepared; people take longer
_LONGEST: Final = 30.0  # seconds


def main(names: Sequence[str]) -> None:
    """Measure and print."""
    exercises = chosen(names, [each for each in load(ROOT) if int(each.id[:2]) <= TOPICS])
    table = Table(
        Column("exercise", no_wrap=True), "saves", "median ms", "95 % within ms", "longest ms"
    )
    every: list[float] = []
    for exercise in track(exercises, "Saving"):
        waits = list(save_to_verdict(exercise, SAVES))
        every += waits
        table.add_row(exercise.id, *_figures(waits))
    table.add_row("all", *_figures(every))
    Console(highlight=False).print(table)


def save_to_verdict(exercise: Exercise, saves: int) -> Iterator[float]:
    """How long each of so many saves takes until its first verdict, in seconds. Raises queue.Empty if none comes."""
    verdicts = queue.SimpleQueue[Verdict]()
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        for folder in ("exercises", "tests"):
            shutil.copytree(ROOT / folder / exercise.topic, root / folder / exercise.topic)
        shutil.copy(ROOT / "exercises/index.toml", root / "exercises")
        file = root / exercise.stub()
        file.write_bytes(b"")
        memory = Memory(root, root / "data")
        with closing(Session([exercise], memory, verdicts.put)) as session:
            session.watch(exercise)
            verdicts.get(timeout=_LONGEST)
            for number, content in enumerate(itertools.islice(_contents(exercise), saves)):
                time.sleep(_PAUSE)
                began = time.perf_counter()
                (_replace if number % 2 else _write)(file, content)
                while verdicts.get(timeout=_LONGEST).content != content:
                    pass
                yield time.perf_counter() - began


def _contents(exercise: Exercise) -> Iterator[bytes]:
    """The files that there are, again and again, none of them twice in a row."""
    files = [ROOT / exercise.stub(), *sorted((ROOT / exercise.mistakes).glob("*.py"))]
    files += [ROOT / exercise.reference, *sorted((ROOT / exercise.variants).glob("*.py"))]
    different = dict.fromkeys(file.read_bytes() for file in files)
    return itertools.cycle(different)


def _write(file: Path, content: bytes) -> None:
    file.write_bytes(content)


def _replace(file: Path, content: bytes) -> None:
    new = file.with_name(f".{file.name}.new")
    new.write_bytes(content)
    new.replace(file)


def _figures(waits: Sequence[float]) -> tuple[str, ...]:
    highest = statistics.quantiles(waits, n=20)[-1]
    figures = (statistics.median(waits), highest, max(waits))
    return str(len(waits)), *(f"{1000 * each:.0f}" for each in figures)


if __name__ == "__main__":
    main(sys.argv[1:])
