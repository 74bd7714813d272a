"""One module for each harness that grades `add(a, b)` by one test, used as its documentation says."""

import os
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

SOLUTION = "def add(a, b):\n    return a + b\n"

Grade = Callable[[], bool]
"""Grades one submission from the beginning; whether it has all points."""


class Harness(Protocol):
    """What a module of this package offers."""

    def prepare(self, folder: Path, solution: str) -> Grade:
        """Write the test and the submission into the folder."""


def write(folder: Path, files: dict[str, str]) -> None:
    """Write these files, by their paths."""
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")


def run(command: Sequence[str], folder: Path) -> None:
    """Run it in the folder, which is its home too, in silence, whatever its exit code says of the submission."""
    quiet = subprocess.DEVNULL
    home = {**os.environ, "HOME": str(folder)}
    subprocess.run(
        command, cwd=folder, env=home, stdin=quiet, stdout=quiet, stderr=quiet, check=False
    )
