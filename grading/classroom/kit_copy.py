"""Copies of the kit without its answers: for the class also without hidden tests, for a grader with them."""

import ast
import re
import shutil
from pathlib import Path

from grading.given import keep_stubs
from grading.index import INDEX, ROOT, Exercise, load
from grading.suites import expected_tests, is_hidden

_TOP = ("LICENSE", "README.md", "noxfile.py", "pyproject.toml", ".gitignore", "tests/conftest.py")
_LEFT_OUT = shutil.ignore_patterns("__pycache__", "bench", ".DS_Store")


class NoCopy(Exception):
    """The copy cannot be made; the message says why, and what to do."""


def require_new(out: Path) -> None:
    """Raises NoCopy if something is there, so that nothing is ever overwritten."""
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise NoCopy(f"{out} is there already: name a new folder, or empty this one.")


def copy_kit(out: Path, root: Path = ROOT) -> None:
    """Lessons, stubs, all suites, `grading/` and the commands, to `out`: no answers, no tests of the kit's own."""
    for name in _TOP:
        target = out / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / name, target)
    shutil.copytree(root / "grading", out / "grading", ignore=_LEFT_OUT)
    for exercise in load(root):
        lesson = Path("exercises") / exercise.topic / "README.md"
        for file in (INDEX, lesson, exercise.stub(), exercise.suite):
            if (root / file).is_file():
                (out / file).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(root / file, out / file)
    keep_stubs(load(root), out)


def hide(out: Path) -> None:
    """Takes the hidden tests out of the suites in `out`, and their points out of the index."""
    for exercise in load(out):
        suite = out / exercise.suite
        source = suite.read_text(encoding="utf-8")
        visible = without_hidden(source)
        if visible != source:
            suite.write_text(visible, encoding="utf-8")
            _set_points(exercise, sum(test.points for test in expected_tests(suite)), out)


def without_hidden(source: str) -> str:
    """The suite without the tests that `@pytest.mark.hidden` keeps back, and without the comments above them."""
    lines = source.splitlines(keepends=True)
    for node in reversed(ast.parse(source).body):
        if isinstance(node, ast.FunctionDef) and is_hidden(node):
            first = node.decorator_list[0].lineno - 1
            while first and lines[first - 1].startswith(("#", "\n")):
                first -= 1
            del lines[first : node.end_lineno]
    return "".join(lines).rstrip("\n") + "\n"


def _set_points(exercise: Exercise, points: int, out: Path) -> None:
    index = out / INDEX
    entry = re.compile(
        rf'(id = "{re.escape(exercise.id)}"(?:(?!\[\[exercise).)*?\npoints = )\d+', re.S
    )
    text = entry.sub(rf"\g<1>{points}", index.read_text(encoding="utf-8"), count=1)
    index.write_text(text, encoding="utf-8")
