"""Memory of a process that searches the same program again and again: python -m grading.bench.memory."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from grading.bench.program import Program
from grading.bench.tools.ours import as_test
from grading.engine import explore

# Linux only. The portable ru_maxrss does not do: a child begins with the peak of the process that started it.
STATISTICS: Final = Path("/proc/self/statm")
MARKS: Final = 10_000, 100_000  # schedules


def main() -> None:
    """Print the resident memory at each mark, in megabytes."""
    program = Program("correct/lock")
    test = as_test(program)
    for mark in MARKS:
        while program.executions < mark:
            explore.explore(test)
        pages = int(STATISTICS.read_text().split()[1])
        print(f"{pages * os.sysconf('SC_PAGE_SIZE') / 1e6:.1f}")


if __name__ == "__main__":
    main()
