"""otter-grader: `otter run` without its container, the test as an exception-based test file."""

import json
import shutil
import sys
from pathlib import Path

from grading.bench.harnesses import Grade, run, write

_TEST = """
from otter.test_files import test_case

OK_FORMAT = False
name = "add"
points = 1


@test_case(points=1)
def test_sum(add):
    assert add(2, 3) == 5
"""


def prepare(folder: Path, solution: str) -> Grade:
    """The zip of an autograder beside the submission."""
    source = folder / "source"
    write(source, {"otter_config.json": '{"lang": "python"}', "tests/add.py": _TEST})
    write(folder, {"add.py": solution})
    shutil.make_archive(str(folder / "autograder"), "zip", source)
    results = folder / "results.json"

    def grade() -> bool:
        results.unlink(missing_ok=True)
        run([sys.executable, "-m", "otter", "run", "--no-logo", "add.py"], folder)
        scores = [test.get("score") for test in json.loads(results.read_text())["tests"]]
        return 1 in scores

    return grade
