"""The faults of a submitted file that show without running it, each in one sentence."""

import ast
import difflib
import io
import sys
import tokenize
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from grading import ways_out
from grading.index import INDEX

_LARGEST = 200_000  # bytes


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a file is not judged: it is `missing`, or `invalid`."""

    status: Literal["missing", "invalid"]
    sentence: str


def screen(
    file: Path,
    imports: Collection[str] | None = None,
    folder: Path | None = None,
    name: str | None = None,
) -> Fault | None:
    """The fault of this file, if it has one. UTF-8 with a byte order mark and CRLF are fine.

    `imports` are the modules that it may import, submodules included; None: whatever it likes. A name that shows only
    at run time is not seen here. It must be inside of `folder`, where one is given, though a link leads to it.
    `name` is what the sentence calls the file, if not by its path.
    """
    name = name or file.as_posix()
    if not file.is_file():
        return Fault("missing", f"{name} is missing: the solution must be in this file.")
    if folder and not file.resolve().is_relative_to(folder.resolve()):
        sentence = (
            f"{name} is a link to a file outside of the submission: put the file itself there."
        )
        return Fault("invalid", sentence)
    try:
        with file.open("rb") as stream:
            content = stream.read(_LARGEST + 1)
    except OSError as error:
        return Fault("invalid", f"{name} cannot be read: {error.strerror}.")
    return screen_content(content, imports, name)


def screen_content(content: bytes, imports: Collection[str] | None, name: str) -> Fault | None:
    """The fault of a file with this content, if it has one; see `screen`."""
    if len(content) > _LARGEST:
        sentence = f"{name} is larger than {_LARGEST // 1000} kB: hand in only your solution."
        return Fault("invalid", sentence)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Fault("invalid", f"{name}, line {line}, is not UTF-8: save the file as UTF-8.")
    if not _is_what_it_says(content, text):
        sentence = f"{name} names another encoding: save the file as UTF-8, and take the name out."
        return Fault("invalid", sentence)
    if not text.strip():
        return Fault("invalid", f"{name} is empty: the solution must be in this file.")
    if imports is None:
        return _syntax(text, name)
    return _syntax(text, name) or _import(text, name, imports) or _way_out(text, name)


def _is_what_it_says(content: bytes, text: str) -> bool:
    """Whether Python, which believes a comment that names an encoding, reads this text too."""
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(content).readline)
        return content.decode(encoding).removeprefix("\ufeff") == text
    except (SyntaxError, UnicodeError):
        return False


def _syntax(text: str, name: str) -> Fault | None:
    try:
        compile(text, name, "exec", dont_inherit=True)
    except SyntaxError as error:
        where = f"{name}, line {error.lineno or 1}"
        sentence = f"{where}: Python cannot read this line ({error.msg}). Mend it, then try again."
        return Fault("invalid", sentence)
    except (ValueError, RecursionError, MemoryError, OverflowError) as error:
        return Fault("invalid", f"{name}: Python cannot read this file ({error or 'too deep'}).")
    return None


def _way_out(text: str, name: str) -> Fault | None:
    """The first name that leads out of the solution."""
    for line, found in sorted(ways_out.found(ast.parse(text))):
        what = f"{name}, line {line}: a solution has no use for {found}, which leads out of it"
        return Fault("invalid", f"{what}: do without.")
    return None


def _import(text: str, name: str, allowed: Collection[str]) -> Fault | None:
    """The first import that is not allowed."""
    for line, module in sorted(imported(text)):
        if not any(f"{module}.".startswith(f"{each}.") for each in allowed):
            what = f"{name}, line {line}: this exercise does not allow the import of {module}"
            return Fault("invalid", f"{what}: {_instead(module, allowed)}")
    return None


def _instead(module: str, allowed: Collection[str]) -> str:
    package = module.partition(".")[0]
    if not package:
        return "write what it needs into this file, which is judged alone."
    near = difflib.get_close_matches(package.lower(), allowed, n=1)
    if near and package not in sys.stdlib_module_names:
        return f"did you mean {near[0]}?"
    return f"do without it, or look up in {INDEX.as_posix()} what may be imported."


def imported(text: str) -> Iterator[tuple[int, str]]:
    """The line and the name of everything that is imported; a relative name begins with a dot."""
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Import():
                yield from ((node.lineno, each.name) for each in node.names)
            case ast.ImportFrom():
                package = "." * node.level + (f"{node.module}." if node.module else "")
                yield from ((node.lineno, package + each.name) for each in node.names)
            case ast.Call(
                func=ast.Name(id="__import__" | "import_module")
                | ast.Attribute(attr="__import__" | "import_module"),
                args=[ast.Constant(value=str(module)), *_],
            ):
                yield node.lineno, module
