"""Small pieces of syntax, which operators are written with."""

import ast
import copy
from typing import TypeVar

Node = TypeVar("Node", bound=ast.AST)
Block = list[ast.stmt]


def statements(text: str) -> Block:
    """The statements of this source."""
    return ast.parse(text).body


def expression(text: str) -> ast.expr:
    """The expression of this source."""
    return ast.parse(text, mode="eval").body


def changed(node: Node, **fields: object) -> Node:
    """A copy of the node with other fields; the node itself stays as it is."""
    new = copy.copy(node)
    for name, value in fields.items():
        setattr(new, name, value)
    return new


def called(node: ast.AST, *names: str) -> ast.Call | None:
    """The call, if the node calls one of these: by a name, as a method or from a module."""
    function = node.func if isinstance(node, ast.Call) else None
    name = getattr(function, "attr", getattr(function, "id", None))
    return node if isinstance(node, ast.Call) and name in names else None


def method(statement: ast.stmt, name: str) -> str | None:
    """The source of `x`, if the statement is `x.name(...)`."""
    call = called(statement.value, name) if isinstance(statement, ast.Expr) else None
    if call and isinstance(call.func, ast.Attribute):
        return ast.unparse(call.func.value)
    return None


def stored(node: ast.AST) -> set[str]:
    """The names that are given a value somewhere in the node."""
    return _names(node, ast.Store)


def loaded(node: ast.AST) -> set[str]:
    """The names that are read somewhere in the node."""
    return _names(node, ast.Load)


def _names(node: ast.AST, context: type[ast.expr_context]) -> set[str]:
    found = (each for each in ast.walk(node) if isinstance(each, ast.Name))
    return {name.id for name in found if isinstance(name.ctx, context)}
