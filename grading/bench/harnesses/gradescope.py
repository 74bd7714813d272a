"""gradescope-utils: unittest with its JSON runner, as the script of an autograder runs it."""

import json
import sys
from pathlib import Path

from grading.bench.harnesses import Grade, run, write

_RUN = """
import unittest

from gradescope_utils.autograder_utils.json_test_runner import JSONTestRunner

if __name__ == "__main__":
    suite = unittest.defaultTestLoader.discover("tests")
    with open("results.json", "w") as results:
        JSONTestRunner(visibility="visible", stream=results).run(suite)
"""
_TEST = """
import unittest

from gradescope_utils.autograder_utils.decorators import weight

from add import add


class Sums(unittest.TestCase):
    @weight(1)
    def test_sum(self):
        self.assertEqual(add(2, 3), 5)
"""


def prepare(folder: Path, solution: str) -> Grade:
    """The script and the test beside the submission."""
    write(folder, {"run_tests.py": _RUN, "tests/test_add.py": _TEST, "add.py": solution})
    results = folder / "results.json"

    def grade() -> bool:
        results.unlink(missing_ok=True)
        run([sys.executable, "run_tests.py"], folder)
        return bool(json.loads(results.read_text())["score"] == 1)

    return grade
