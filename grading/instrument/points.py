"""What the rewriting of expressions and statements is made of: sites, calls of hooks, scopes."""

import ast
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from grading.instrument.scopes import Scope
from grading.instrument.sites import Site

# A fresh object, which no other thread has seen.
FRESH = (
    ast.Constant,
    ast.JoinedStr,
    ast.List,
    ast.Tuple,
    ast.Set,
    ast.Dict,
    ast.ListComp,
    ast.SetComp,
    ast.DictComp,
    ast.GeneratorExp,
)
PLACES = (ast.Name, ast.Attribute, ast.Subscript)
# The nodes that mean something outside of functions too.
STRUCTURE = frozenset(
    [
        *("FunctionDef", "AsyncFunctionDef", "ClassDef", "Lambda", "For", "While", "AnnAssign"),
        *("ListComp", "SetComp", "DictComp", "GeneratorExp", "TypeAlias", "TemplateStr"),
    ]
)


class Points(ast.NodeTransformer):
    """Walks over one file; `sites` are the new ones, numbered from `first`."""

    def __init__(
        self, filename: str, scopes: dict[ast.AST, Scope], scope: Scope, first: int
    ) -> None:
        self.filename = filename
        self.scopes = scopes
        self.scope = scope
        self.first = first
        self.sites: list[Site] = []
        self.active = False  # module level, class bodies, decorators and defaults stay as they are
        self.line = 0  # overrides the lines inside f-strings, which 3.11 gets wrong

    def visit(self, node: ast.AST) -> Any:
        """Where the code is not active, only the nodes of `STRUCTURE` have a meaning."""
        if self.active or type(node).__name__ in STRUCTURE:
            return super().visit(node)
        return self.generic_visit(node)

    @contextmanager
    def within(self, scope: Scope, active: bool) -> Iterator[None]:
        """While inside, names belong to `scope`, and points are made only if `active`."""
        before = self.scope, self.active
        self.scope, self.active = scope, active
        yield
        self.scope, self.active = before

    def site(
        self, kind: str, name: str, node: ast.expr | ast.stmt, scope: str = ""
    ) -> ast.Constant:
        """The number of a new site, as an argument for a hook."""
        index = self.first + len(self.sites)
        end = node.end_lineno if isinstance(node, ast.Attribute) else None  # where its name is
        line = self.line or end or node.lineno
        self.sites.append(Site(index, self.filename, line, kind, name, scope))
        return ast.Constant(index)

    def hook(self, name: str, at: ast.AST, *args: ast.expr) -> ast.Call:
        """The call of a hook, on the line of `at`."""
        call = ast.Call(ast.Name(f"@{name}", ast.Load()), list(args), [])
        return ast.copy_location(call, at)

    def described(self, node: ast.expr) -> str:
        """The name of a site for what `node` reads or calls."""
        match node:
            case ast.Name(id=name):
                return name
            case ast.Attribute(attr=name):
                return self.scope.mangle(name)
            case ast.Subscript():
                return "[]"
            case ast.Call(func=func):
                return f"{self.described(func)}()"
        return "(...)"

    def contents(self, node: ast.expr) -> ast.expr:
        """An operand whose contents count."""
        name = self.described(node)
        dunder = name.startswith("__") and name.endswith("__")
        value: ast.expr = self.visit(node)
        if not self.active or dunder or not isinstance(node, PLACES):
            return value
        return self.hook("contents", node, value, self.site("read", name, node))

    def iterable(self, node: ast.expr) -> ast.expr:
        """What a loop runs over."""
        name = self.described(node)
        value: ast.expr = self.visit(node)
        if not self.active or isinstance(node, (*FRESH, ast.Call)):
            return value
        return self.hook("each", node, value, self.site("read", name, node))

    def stored(self, hook: str, value: ast.expr, *targets: ast.expr | None) -> ast.expr:
        """`value`, with a write point for every shared name among the targets."""
        for name in (name for target in targets for name in names_in(target)):
            scope = self.scope.shared_in(name.id)
            if self.active and scope:
                site = self.site("write", self.scope.mangle(name.id), name, scope)
                value = self.hook(hook, value, value, site)
        return value


def names_in(target: ast.expr | None) -> Iterator[ast.Name]:
    """The plain names that an assignment to `target` binds."""
    match target:
        case ast.Name():
            yield target
        case ast.Tuple(elts=elements) | ast.List(elts=elements):
            for element in elements:
                yield from names_in(element)
        case ast.Starred(value=value):
            yield from names_in(value)
