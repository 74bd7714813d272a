"""The README shows what the tool prints, and names commands that exist."""

import re
import subprocess
import sys
from pathlib import Path

from grading.index import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks():
    """The texts between fences."""
    return README.split("```")[1::2]


def test_failure_in_the_readme_is_what_a_missing_lock_prints(tmp_path):
    solution = tmp_path / "03_locks" / "counter.py"
    solution.parent.mkdir()
    wrong = ROOT / "reference/mistakes/03_locks/counter/no_lock.py"
    solution.write_bytes(wrong.read_bytes())
    test = "tests/03_locks/test_counter.py::test_no_increment_is_lost_between_two_threads"
    command = [sys.executable, "-m", "pytest", test, "-k", "model", "--submission", str(tmp_path)]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    assert blocks()[1].strip() in printed


def test_first_screen_has_at_most_forty_lines():
    lines = README.splitlines()
    assert lines.index("## Learning") <= 40


def test_every_command_of_nox_in_the_readme_is_a_session():
    noxfile = Path(ROOT, "noxfile.py").read_text(encoding="utf-8")
    sessions = {
        name.rstrip("_") for name in re.findall(r"^def ([a-z]\w*)\(", noxfile, re.MULTILINE)
    }
    named = {part.split()[0].strip("`") for part in README.split("nox -s ")[1:]}
    assert named - sessions == set()


def test_every_file_that_the_tour_names_exists():
    tour = (ROOT / "grading/README.md").read_text(encoding="utf-8")
    rows = [line for line in tour.splitlines() if line.startswith("| ") and "`" in line]
    named = [part for row in rows for part in row.split("`")[1::2] if part.endswith((".py", "/"))]
    folders = (ROOT / "grading", ROOT / "grading/instrument", ROOT / "tests/kit", ROOT)
    missing = [name for name in named if not any((folder / name).exists() for folder in folders)]
    assert missing == []
