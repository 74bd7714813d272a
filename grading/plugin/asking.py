"""What a suite asked of the solution when it failed: in the suite's own words, or the call in its source."""

from __future__ import annotations

import ast
import linecache
import traceback
from collections.abc import Iterable, Sequence
from functools import cache
from types import FrameType

from grading.engine import active
from grading.engine.trace import short
from grading.values import shown

_Call = tuple[FrameType, int]  # and the line that it is on
_HELPERS = "grading.testing"
_EXPECTS = "expect"  # begins the names of what takes the words for a call as its first argument


def asked(error: BaseException, suite: str) -> str:
    """What the file `suite` did last before the exception came, out of the learner's code or its own; "" if nothing.

    An expectation says in words what it calls; of any other statement the source is given.
    """
    own, _ = _first_of(suite, traceback.walk_tb(error.__traceback__))
    return _said(suite, own)


def asked_in(calls: Iterable[_Call], suite: str) -> str:
    """What the file `suite` has asked of the learner's code in these calls; "" if it is not that code they lead to."""
    own, inner = _first_of(suite, calls)
    return _said(suite, own) if inner and inner.f_builtins is active.USER else ""


def _first_of(suite: str, calls: Iterable[_Call]) -> tuple[list[_Call], FrameType | None]:
    """The calls in the file `suite` before any other is reached, the suites' helpers apart, and that other."""
    own: list[_Call] = []
    for frame, line in calls:
        if frame.f_code.co_filename == suite:
            own.append((frame, line))
        elif own and frame.f_globals.get("__name__") != _HELPERS:
            return own, frame
    return own, None


def _said(suite: str, own: Sequence[_Call]) -> str:
    for frame, line in own:
        if words := _words(suite, line, frame):
            return words
    if not own:
        return ""
    line = own[-1][1]
    return f"{_expression(suite, line)} (line {line} of {short(suite)})"


def _words(file: str, line: int, frame: FrameType) -> str:
    """What the expectation on a line says that it calls; "" if there is none, or its words are not easily had."""
    match _value(file, line):
        case ast.Call(func=ast.Name(id=name), args=[called, *_]) if name.startswith(_EXPECTS):
            return _text(called, {**frame.f_globals, **frame.f_locals})
    return ""


def _text(words: ast.expr, names: dict[str, object]) -> str:
    """A string, the value of a variable, or an f-string of these, worked out without calling anything."""
    match words:
        case ast.Constant(value=str(text)):
            return text
        case ast.Name(id=name) if type(names.get(name)) is str:
            return str(names[name])
        case ast.FormattedValue(value=ast.Name() as name, conversion=-1) if _text(name, names):
            return _text(name, names)
        case ast.FormattedValue(value=ast.Name(id=name)) if name in names:
            return shown(names[name])
        case ast.JoinedStr(values=parts):
            texts = [_text(part, names) for part in parts]
            return "".join(texts) if all(texts) else ""
    return ""


def _expression(file: str, line: int) -> str:
    """The value that the statement on a line works out; the line itself if it is the head of a block."""
    value = _value(file, line)
    text = ast.get_source_segment(_source(file), _got(value)) if value else None
    return " ".join((text or linecache.getline(file, line)).split()).replace("exercise.", "")


def _got(value: ast.expr) -> ast.expr:
    """What an expectation looks at; any other expression itself."""
    keywords = value.keywords if isinstance(value, ast.Call) else []
    return next((keyword.value for keyword in keywords if keyword.arg == "got"), value)


def _value(file: str, line: int) -> ast.expr | None:
    """What the innermost statement on a line works out; None if the line is the head of a block."""
    found = [s.value for s in _statements(_source(file)) if _is_on(line, s)]
    return found[-1] if found else None


def _is_on(line: int, statement: ast.stmt) -> bool:
    return statement.lineno <= line <= (statement.end_lineno or 0)


def _source(file: str) -> str:
    return "".join(linecache.getlines(file))


@cache
def _statements(source: str) -> list[ast.Expr | ast.Assign | ast.Return]:
    return [
        n for n in ast.walk(ast.parse(source)) if isinstance(n, (ast.Expr, ast.Assign, ast.Return))
    ]
