"""What a submission costs, and what the parent holds, as a class grows: python -m grading.bench.growth STUDENTS."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from grading.bench.classes import grade, write_different
from grading.index import ROOT, find, load
from grading.judge import judge

SIZES: Final = (10, 100, 1_000)  # students, each with one file that nobody else has
STATUS: Final = Path("/proc/self/status")  # Linux only
_EXERCISE = "01_threads/start"


def rows() -> Iterator[tuple[str, str]]:
    """Each figure, after what it is."""
    for students in SIZES:
        command = [sys.executable, "-m", "grading.bench.growth", str(students)]
        printed = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
        seconds, megabytes = printed.stdout.split()
        cost = f"{1000 * float(seconds) / students:.0f} ms"
        what = f"a submission of {_EXERCISE} in a class of {students:,}; peak memory of the parent"
        yield what, f"{cost}; {megabytes} MB"


def main(students: int) -> None:
    """Print how long a class of so many takes, in seconds, and the most memory that this process had, in megabytes."""
    exercise = find(load(), _EXERCISE)
    judge(exercise, ROOT / "reference")  # what starts once for a class is started now
    with tempfile.TemporaryDirectory() as temporary:
        write_different(Path(temporary), students, [exercise])
        print(f"{grade(Path(temporary), [exercise]):.2f} {peak(STATUS.read_text()):.1f}")


def peak(status: str) -> float:
    """The peak of the resident memory that this status of a process tells, in megabytes."""
    (line,) = (each for each in status.splitlines() if each.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024 / 1e6


if __name__ == "__main__":
    main(int(sys.argv[1]))
