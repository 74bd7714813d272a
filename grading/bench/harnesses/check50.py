"""check50: checks in a folder on this machine, by `--dev`, without cs50.io."""

import json
import sys
from pathlib import Path

from grading.bench.harnesses import Grade, run, write

_CONFIG = """
check50:
  files:
    - !exclude "*"
    - !require add.py
"""
_CHECKS = """
import check50
import check50.py


@check50.check()
def sums():
    \"\"\"adds two numbers\"\"\"
    if check50.py.import_("add.py").add(2, 3) != 5:
        raise check50.Failure("add(2, 3) is not 5")
"""


def prepare(folder: Path, solution: str) -> Grade:
    """The checks beside the submission."""
    write(folder, {"checks/.cs50.yml": _CONFIG, "checks/__init__.py": _CHECKS, "add.py": solution})
    results = folder / "results.json"
    options = ["--dev", "--output", "json", "--output-file", str(results)]

    def grade() -> bool:
        results.unlink(missing_ok=True)
        run([sys.executable, "-m", "check50", *options, str(folder / "checks")], folder)
        return all(check["passed"] for check in json.loads(results.read_text())["results"])

    return grade
