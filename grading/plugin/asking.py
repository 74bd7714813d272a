"""What a suite asked of the solution when an exception came: the call in its source, without what is around it."""

from __future__ import annotations

import ast
import linecache
import traceback
from functools import cache

from grading.engine.trace import short

_HELPERS = "grading.testing"


def asked(error: BaseException, suite: str) -> str:
    """What the file `suite` did last before the exception came, out of the learner's code or its own; "" if nothing."""
    line = 0
    for frame, number in traceback.walk_tb(error.__traceback__):
        if frame.f_code.co_filename == suite:
            line = number
        elif line and frame.f_globals.get("__name__") != _HELPERS:
            break
    return f"{_expression(suite, line)} (line {line} of {short(suite)})" if line else ""


def _expression(file: str, line: int) -> str:
    """The value that the statement on a line works out; the line itself if it is the head of a block."""
    source = "".join(linecache.getlines(file))
    text = linecache.getline(file, line)
    for statement in _statements(source):
        if statement.lineno <= line <= (statement.end_lineno or 0) and statement.value:
            text = ast.get_source_segment(source, _got(statement.value)) or text
    return " ".join(text.split()).replace("exercise.", "")


def _got(value: ast.expr) -> ast.expr:
    """What an expectation looks at; any other expression itself."""
    keywords = value.keywords if isinstance(value, ast.Call) else []
    return next((keyword.value for keyword in keywords if keyword.arg == "got"), value)


@cache
def _statements(source: str) -> list[ast.Expr | ast.Assign | ast.Return]:
    return [
        n for n in ast.walk(ast.parse(source)) if isinstance(n, (ast.Expr, ast.Assign, ast.Return))
    ]
