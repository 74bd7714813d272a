"""Memory of a process that searches the same program again and again: python -m grading.bench.memory."""

import resource
import sys

from grading.bench.program import Program
from grading.bench.tools.ours import as_test
from grading.engine import explore

MARKS = 10_000, 100_000  # schedules
_UNIT = 1 if sys.platform == "darwin" else 1_024  # bytes


def main() -> None:
    """Print the most memory that was in use up to each mark, in megabytes."""
    program = Program("correct/lock")
    test = as_test(program)
    for mark in MARKS:
        while program.executions < mark:
            explore.explore(test)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT
        print(f"{peak / 1e6:.1f}")


if __name__ == "__main__":
    main()
