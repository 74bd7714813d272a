"""Reads a test file of the learner's own, without running it: which tests it has, what it imports."""

from __future__ import annotations

import ast
import difflib
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from grading.screening import imported, screen

_MOST = 200  # modules beside the file

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Refused(Exception):
    """A file or a test that cannot be explored; the message says what would be right."""


@dataclass(frozen=True, slots=True)
class OwnFile:
    """The file, as it was asked for: the names of its tests, and why others of it cannot be explored.

    `beside` are the modules that it imports from its own folder, `foreign` what it imports of what is installed.
    """

    path: Path
    tests: tuple[str, ...]
    left_out: tuple[str, ...]
    beside: tuple[Path, ...]
    foreign: tuple[str, ...]


def read(target: str) -> OwnFile:
    """The file with all of its tests, or the one behind `::`. Raises Refused."""
    name, _, wanted = target.partition("::")
    path = Path(name)
    text = _text(path)
    tree = ast.parse(text)
    faults = {
        node.name: _fault(node, f"{path.as_posix()}, line {node.lineno}")
        for node in tree.body
        if isinstance(node, Function) and node.name.startswith("test_")
    }
    possible = [test for test, fault in faults.items() if not fault]
    if wanted and faults.get(wanted):
        raise Refused(faults[wanted])
    if wanted and wanted not in possible:
        raise Refused(_unknown(path, wanted, possible))
    left_out = tuple(fault for fault in faults.values() if fault)
    if not possible:
        raise Refused("\n".join(left_out) or _without_tests(path, tree))
    beside = _beside(path, text)
    foreign = {module for module in _modules(text, *map(_source, beside)) if _is_installed(module)}
    foreign -= {
        file.relative_to(path.parent.resolve()).parts[0].removesuffix(".py") for file in beside
    }
    chosen = (wanted,) if wanted else tuple(possible)
    return OwnFile(path, chosen, () if wanted else left_out, beside, tuple(sorted(foreign)))


def _text(path: Path) -> str:
    name = path.as_posix()
    if path.is_dir():
        raise Refused(f"{name} is a folder: name a file in it, such as my_file.py.")
    if not path.is_file():
        files = [file.name for file in path.parent.glob("*.py")] if path.parent.is_dir() else []
        near = difflib.get_close_matches(path.name, files, n=1)
        advice = f" Did you mean {path.with_name(near[0]).as_posix()}?" if near else ""
        raise Refused(f"There is no file {name}.{advice}")
    if path.suffix != ".py" or "[" in path.name:
        raise Refused(f"{name} is not called as a Python file is: rename it, such as my_file.py.")
    fault = screen(path, name=name)
    if fault and path.read_bytes().strip():
        raise Refused(fault.sentence)
    return _source(path)


def _source(file: Path) -> str:
    return file.read_text(encoding="utf-8-sig")


def _fault(test: Function, where: str) -> str:
    """Why this function cannot be explored; "" if it can."""
    if isinstance(test, ast.AsyncFunctionDef):
        return f"{where}: {test.name} is a coroutine, and only threads are controlled: write def."
    wanted = [*test.args.posonlyargs, *test.args.args, *test.args.kwonlyargs]
    if not wanted:
        return ""
    names = ", ".join(each.arg for each in wanted)
    return (
        f"{where}: {test.name} asks for {names}, but a test that is explored takes nothing (no fixtures, no "
        "parameters): let it make what it needs."
    )


def _unknown(path: Path, wanted: str, possible: Sequence[str]) -> str:
    name = path.as_posix()
    if "::" in wanted:
        return f"{name}: tests in classes cannot be explored: write {wanted.rpartition(':')[2]} as a function."
    near = difflib.get_close_matches(wanted, possible, n=1)
    has = f"It has {', '.join(possible)}." if possible else "It has none that can be explored."
    return f"{name} has no test {wanted!r}. {f'Did you mean {near[0]}?' if near else has}"


def _without_tests(path: Path, tree: ast.Module) -> str:
    name = path.as_posix()
    classes = [n.name for n in tree.body if isinstance(n, ast.ClassDef) and n.name[:4] == "Test"]
    if classes:
        return f"{name} has its tests in the class {classes[0]}: write them as functions."
    return (
        f"{name} has no test: write a function whose name begins with test_, such as def test_it()."
    )


def _modules(*texts: str) -> set[str]:
    """The modules that these files import, without what is in them."""
    return {name.partition(".")[0] for text in texts for _, name in imported(text)} - {""}


def _is_installed(module: str) -> bool:
    return module not in sys.stdlib_module_names and module not in ("grading", "pytest")


def _beside(path: Path, text: str) -> tuple[Path, ...]:
    """The modules in its folder that the file imports, and these in turn."""
    folder = path.parent.resolve()
    found: dict[Path, None] = {path.resolve(): None}
    ahead = [text]
    while ahead:
        for module in sorted(_modules(ahead.pop())):
            for file in _files(folder, module):
                if file not in found:
                    found[file] = None
                    ahead.append(_readable(file))
        if len(found) > _MOST:
            raise Refused(
                f"{path.as_posix()} imports more than {_MOST} files beside it: explore a smaller one."
            )
    return tuple(found)[1:]


def _files(folder: Path, module: str) -> Iterator[Path]:
    """The module's file, or all of a package."""
    if module in sys.stdlib_module_names:
        return
    if (folder / module / "__init__.py").is_file():
        yield from sorted((folder / module).rglob("*.py"))
    elif (folder / f"{module}.py").is_file():
        yield folder / f"{module}.py"


def _readable(file: Path) -> str:
    fault = screen(file)
    if fault and file.read_bytes().strip():
        raise Refused(fault.sentence)
    return _source(file)
