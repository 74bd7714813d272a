"""What `verify` sees without running anything: files, sizes, first lines, points."""

import ast
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from grading.given import is_as_given, kept
from grading.index import INDEX, Exercise
from grading.messages import ACCEPT, read
from grading.screening import screen
from grading.suites import Expected, expected_tests

_FAILS = re.compile(r"# fails (test_\w+): \S")
_PASSES = re.compile(r"# passes: \S")
_STUB_LINES = range(25, 51)
_DOCSTRING_LINES = 8
_TODOS = range(1, 4)
_MISTAKES = 4
_VARIANTS = 3
_HINTS = 3
_SCAFFOLD = "FIXME"
_IGNORED = {"__pycache__", ".DS_Store"}


def problems_of(exercise: Exercise, root: Path) -> Iterator[str]:
    """Each rule that a file of this exercise breaks, in one line. Raises SuiteFault."""
    yield from _entry_problems(exercise)
    yield from _stub_problems(exercise, root)
    yield from _points_problems(exercise, root)
    yield from _solution_problems(exercise, root)
    folders = (exercise.mistakes, exercise.variants)
    others = [file for folder in folders for file in solutions(root / folder)]
    for file in (exercise.stub(), exercise.reference, exercise.suite, *others):
        yield from _scaffold_left(root / file, root)


def lesson_problems(exercises: Sequence[Exercise], root: Path) -> Iterator[str]:
    """What the lessons of their topics lack."""
    for lesson in sorted({exercise.lesson for exercise in exercises}):
        name = lesson.as_posix()
        if not (root / lesson).is_file():
            yield f"{name}: the lesson is missing"
            continue
        yield from _scaffold_left(root / lesson, root)
        if "```python" not in (root / lesson).read_text(encoding="utf-8"):
            yield f"{name}: has no example; write one that runs, between ```python and ```"


def claimed_test(mistake: Path, tests: Sequence[Expected]) -> Expected | None:
    """The test that line 1 says must fail: in the model world if it runs there, else live."""
    claim = _FAILS.match(mistake.read_text(encoding="utf-8", errors="replace"))
    return next((test for test in tests if claim and test.name == claim[1]), None)


def solutions(folder: Path) -> list[Path]:
    """The Python files of a folder of mistakes or variants, by name."""
    return sorted(folder.glob("*.py"))


def stray_files(exercises: Sequence[Exercise], root: Path) -> Iterator[str]:
    """Files beside the exercises that belong to none of them."""
    known = {INDEX, *(exercise.lesson for exercise in exercises)}
    for exercise in exercises:
        known |= {exercise.stub(), exercise.suite, exercise.reference, exercise.messages}
        known |= {file.relative_to(root) for file in solutions(root / exercise.mistakes)}
        known |= {file.relative_to(root) for file in solutions(root / exercise.variants)}
    suites = [f"tests/{topic}" for topic in sorted({exercise.topic for exercise in exercises})]
    for top in ("exercises", "reference", *suites):
        for file in sorted((root / top).rglob("*")):
            path = file.relative_to(root)
            if file.is_file() and path not in known and not _IGNORED & set(path.parts):
                yield f"{path.as_posix()}: belongs to no exercise of {INDEX.as_posix()}"


def _scaffold_left(file: Path, root: Path) -> Iterator[str]:
    """The text that `new` wrote into this file to be replaced."""
    if file.is_file():
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
        left = [number for number, line in enumerate(lines, 1) if _SCAFFOLD in line]
        if left:
            name = file.relative_to(root).as_posix()
            places = f"line{'s' * (len(left) > 1)} {', '.join(map(str, left))}"
            yield f"{name}: still has a {_SCAFFOLD} of the scaffold in {places}"


def _entry_problems(exercise: Exercise) -> Iterator[str]:
    where = f"{INDEX.as_posix()}: {exercise.id}"
    if _SCAFFOLD in exercise.title:
        yield f"{where}: the title still has a {_SCAFFOLD} of the scaffold"
    if len(exercise.hints) != _HINTS:
        yield f"{where}: has {len(exercise.hints)} hints, must have {_HINTS}"
    for number, hint in enumerate(exercise.hints, 1):
        if _SCAFFOLD in hint:
            yield f"{where}: hint {number} still has a {_SCAFFOLD} of the scaffold"


def _stub_problems(exercise: Exercise, root: Path) -> Iterator[str]:
    stub = exercise.stub()
    name = stub.as_posix()
    if not (root / stub).is_file():
        yield f"{name}: the stub is missing"
        return
    if screen(root / stub):
        return  # judging it says so
    text = (root / stub).read_text(encoding="utf-8")
    if (lines := len(text.splitlines())) not in _STUB_LINES:
        yield f"{name}: has {lines} lines, must have 25 to 50"
    if (todos := text.count("TODO")) not in _TODOS:
        yield f"{name}: has {todos} TODOs, must have 1 to 3"
    docstring = ast.get_docstring(ast.parse(text), clean=False) or ""
    if not 1 <= len(docstring.splitlines()) <= _DOCSTRING_LINES:
        yield f"{name}: the docstring must have 1 to {_DOCSTRING_LINES} lines"
    if not is_as_given(exercise, root):
        yield f"{kept(exercise).as_posix()}: is no copy of {name} as it is now; run {ACCEPT}"


def _solution_problems(exercise: Exercise, root: Path) -> Iterator[str]:
    if not (root / exercise.reference).is_file():
        yield f"{exercise.reference.as_posix()}: the model solution is missing"
    for folder, least in ((exercise.mistakes, _MISTAKES), (exercise.variants, _VARIANTS)):
        if (count := len(solutions(root / folder))) < least:
            yield f"{folder.as_posix()}: has {count} files, must have at least {least}"
    tests = expected_tests(root / exercise.suite)
    for file in solutions(root / exercise.mistakes):
        if not claimed_test(file, tests):
            name = file.relative_to(root).as_posix()
            yield f"{name}: line 1 must be `# fails test_name: why`, with a test of the suite"
    mistakes = {file.stem for file in solutions(root / exercise.mistakes)}
    for name in read(root / exercise.messages).keys() - mistakes:
        yield f"{exercise.messages.as_posix()}: there is no mistake {name} any more; run {ACCEPT}"
    for file in solutions(root / exercise.variants):
        if not _PASSES.match(file.read_text(encoding="utf-8", errors="replace")):
            name = file.relative_to(root).as_posix()
            yield f"{name}: line 1 must be `# passes: which idiom this is`"


def _points_problems(exercise: Exercise, root: Path) -> Iterator[str]:
    tests = expected_tests(root / exercise.suite)
    name = exercise.suite.as_posix()
    for test in dict.fromkeys(test.name for test in tests if not test.points):
        yield f"{name}: {test} has no points; write @pytest.mark.points(2) above it"
    total = sum(test.points for test in tests)
    if total != exercise.points:
        yield f"{name}: the tests have {total} points, the index says {exercise.points}"
