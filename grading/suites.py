"""What a suite promises to report, read from its source: nothing is imported or run."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

World = Literal["model", "live"]
WORLDS: tuple[World, ...] = get_args(World)


class SuiteFault(Exception):
    """A suite that cannot be read: a fault of the kit, never of a learner."""


@dataclass(frozen=True, slots=True)
class Expected:
    """One test in one world. `points` is 0 where the test has no marker; `hidden` tests are the instructor's alone."""

    name: str
    world: World
    points: int
    hidden: bool = False


def expected_tests(suite: Path) -> list[Expected]:
    """Every test of the file in each of its worlds, model first, in the file's order.

    Raises SuiteFault if the file is not Python, or a marker's argument is not a constant.
    """
    try:
        tree = ast.parse(suite.read_text(encoding="utf-8"), suite.name)
    except (OSError, UnicodeDecodeError, SyntaxError) as error:
        raise SuiteFault(f"the suite {suite.as_posix()} cannot be read: {error}") from error
    tests = [
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    ]
    return [expected for test in tests for expected in _worlds_of(test, suite)]


def _worlds_of(test: ast.FunctionDef, suite: Path) -> Iterator[Expected]:
    where = f"{suite.as_posix()}, line {test.lineno}, {test.name}"
    points = _marker(test, "points", default=0)
    if type(points) is not int or points < 0:
        raise SuiteFault(f"{where}: write @pytest.mark.points(2), with a whole number.")
    chosen = _marker(test, "world", default=None)
    if chosen is not None and chosen not in WORLDS:
        raise SuiteFault(f'{where}: write @pytest.mark.world("model") or ("live").')
    for world in WORLDS:
        if chosen in (None, world):
            yield Expected(test.name, world, points, is_hidden(test))


def is_hidden(test: ast.FunctionDef) -> bool:
    """Whether `@pytest.mark.hidden` keeps this test out of what the class gets."""
    return any(ast.unparse(node) == "pytest.mark.hidden" for node in test.decorator_list)


def _marker(test: ast.FunctionDef, name: str, default: object) -> object:
    """The single constant argument of `@pytest.mark.<name>(...)`; Ellipsis if it is no constant."""
    for node in test.decorator_list:
        call = node if isinstance(node, ast.Call) else None
        if ast.unparse(call.func if call else node) != f"pytest.mark.{name}":
            continue
        if call and len(call.args) == 1 and isinstance(call.args[0], ast.Constant):
            return call.args[0].value
        return ...
    return default
