"""Names that lead from a solution's own objects to everybody's: to frames, namespaces, code, all classes.

No solution needs one. `found` sees them in a source, `BUILTINS` and `GETTERS` where they are put together as it runs.
Neither keeps out whoever tries long enough: the process is confined too (see `isolation`).
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Iterator
from typing import Any

ATTRIBUTES = frozenset(
    [
        *("__globals__", "__builtins__", "__code__", "__closure__", "cell_contents", "__self__"),
        *("__defaults__", "__kwdefaults__", "__subclasses__", "__mro__", "__bases__", "__base__"),
        *(
            "__getattribute__",
            "__reduce__",
            "__reduce_ex__",
            "__loader__",
            "__spec__",
            "__import__",
        ),
        *(
            "f_back",
            "f_builtins",
            "f_code",
            "f_globals",
            "f_locals",
            "tb_frame",
            "gi_frame",
            "gi_code",
        ),
        *(
            "cr_frame",
            "cr_code",
            "ag_frame",
            "ag_code",
            "_getframe",
            "_current_frames",
            "_evaluate",
        ),
    ]
)
NAMES = frozenset(
    ["__builtins__", "__loader__", "__spec__", "breakpoint", "compile", "eval", "exec"]
)
_IN_TEXT = re.compile(r"(?<!\w)(?:" + "|".join(sorted(ATTRIBUTES - {"cell_contents"})) + r")(?!\w)")


guarding = False  # while a solution is judged


class WayOut(AttributeError):
    """A solution asks for an attribute that leads out of it."""


def found(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The line and the name of every way out in a source; what it defines under such a name itself is none."""
    own = _defined(tree)
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(attr=name) if name in ATTRIBUTES:
                yield node.lineno, name
            case ast.Name(id=name, ctx=ast.Load()) if name in NAMES and name not in own:
                yield node.lineno, name
            case ast.MatchClass(kwd_attrs=names):
                yield from ((node.lineno, name) for name in names if name in ATTRIBUTES)
            case ast.Constant(value=str(text)) if id(node) not in documentation:
                yield from ((node.lineno, name) for name in _IN_TEXT.findall(text)[:1])


def _defined(tree: ast.AST) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name):
                names.add(name)
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                names.add(name)
    return names


def _guarded(function: Callable[..., Any], *, first: int) -> Callable[..., Any]:
    """The function, whose arguments from number `first` on are names of attributes."""

    def guarded(*args: Any, **kwargs: Any) -> Any:
        if guarding:
            for name in args[first:]:
                _refuse(name)
        return function(*args, **kwargs)

    guarded.__name__ = guarded.__qualname__ = function.__name__
    return guarded


def _refuse(name: object) -> None:
    if isinstance(name, str):
        for part in str.split(name, "."):
            if part in ATTRIBUTES:
                raise WayOut(f"a solution has no use for {part}, which leads out of it")


BUILTINS = {
    "getattr": _guarded(getattr, first=1),
    "hasattr": _guarded(hasattr, first=1),
    "setattr": _guarded(setattr, first=1),
    "delattr": _guarded(delattr, first=1),
}
GETTERS = {
    "attrgetter": _guarded(operator.attrgetter, first=0),
    "methodcaller": _guarded(operator.methodcaller, first=0),
}
