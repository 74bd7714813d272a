"""Autograder for Classroom 50: grades the student's checkout (the working directory) and leaves `result.json` there.

Copy it to CLASSROOM/autograders/ASSIGNMENT/autograder.py, and the kit (`python -m grading handout` keeps hidden tests
back, so take the kit itself, without `reference/`) to the folder `kit` beside it.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

KIT = Path(__file__).resolve().parent / "kit"
CHECKOUT = Path.cwd()


def run(*command: str) -> None:
    """Run it in the kit's folder; if it cannot, that is the autograder's fault and not the student's."""
    subprocess.run([sys.executable, "-m", *command], cwd=KIT, check=True)


run("pip", "install", "--quiet", str(KIT))
with tempfile.TemporaryDirectory() as folder:
    result = str(Path(folder, "result.json"))
    run("grading", "grade", str(CHECKOUT), "--json", result)
    target = str(CHECKOUT / "result.json")
    run("grading", "export", "--format", "classroom50", "--result", result, "--out", target)
