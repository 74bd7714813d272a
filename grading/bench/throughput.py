"""A class beside one pytest process for each file: the same files, by turns, as many at a time."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from grading.bench.classes import WORKERS, Write, grade, write_different
from grading.bench.synthetic import write_class
from grading.index import ROOT, Exercise, find, load
from grading.judge import judge

ROUNDS: Final = 3
EXERCISES: Final = ("01_threads/start", "01_threads/join", "03_locks/counter", "03_locks/account")
CLASSES: Final[Sequence[tuple[int, Write]]] = ((6, write_different), (200, write_class))
SAMPLE: Final = 24  # files that pytest is given; it takes as long for a file that was there before
LEAN: Final = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}  # without other tools' plugins
_PYTEST = (sys.executable, "-m", "pytest", "-q", "-p", "pytest_timeout", "-p", "pytest_repeat")

Judged = tuple[Exercise, Path]  # and the folder of the submission


def rows() -> Iterator[tuple[str, str]]:
    """Each figure, after what it is. What starts once for a class is started before."""
    exercises = [find(load(), name) for name in EXERCISES]
    judge(exercises[0], ROOT / "reference")
    for students, write in CLASSES:
        yield from _beside_pytest(students, write, exercises)


def _beside_pytest(
    students: int, write: Write, exercises: Sequence[Exercise]
) -> Iterator[tuple[str, str]]:
    pairs = []
    for seed in range(ROUNDS):
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            write(folder, students, exercises, seed)
            submissions = sorted(folder.iterdir())
            files = [(exercise, each) for each in submissions for exercise in exercises]
            different = len({file.read_bytes() for file in folder.rglob("*.py")})
            sample = sample_of(files, SAMPLE)
            pairs.append((len(files) / grade(folder, exercises), len(sample) / by_pytest(sample)))
    ours, plain = (statistics.median(rates) for rates in zip(*pairs, strict=True))
    yield (
        f"files a second, a class of {students}, {len(files)} files, {different} different",
        f"{ours:.1f}",
    )
    yield f"the same by one pytest process a file ({len(sample)} of the files)", f"{plain:.1f}"
    ratios = sorted(ours / plain for ours, plain in pairs)
    yield (
        "ratio, median of the rounds (least to most)",
        f"{statistics.median(ratios):.1f} ({ratios[0]:.1f} to {ratios[-1]:.1f})",
    )


def sample_of(files: Sequence[Judged], most: int) -> list[Judged]:
    """At most so many of them, evenly from the first to the last."""
    most = min(most, len(files))
    return [files[place * len(files) // most] for place in range(most)]


def by_pytest(files: Sequence[Judged]) -> float:
    """How long pytest takes, in seconds, if a process is started for each file.

    Raises RuntimeError if it cannot run a suite.
    """
    began = time.perf_counter()
    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(_run_pytest, files))
    return time.perf_counter() - began


def _run_pytest(file: Judged) -> None:
    exercise, folder = file
    command = [*_PYTEST, str(exercise.suite), "--submission", str(folder)]
    quiet = subprocess.DEVNULL
    code = subprocess.run(command, cwd=ROOT, env=LEAN, stdout=quiet, check=False).returncode
    if code not in (0, 1):  # passed, failed
        raise RuntimeError(f"pytest ended with {code}: {' '.join(command)}")
