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
# What can give an object that other threads see.
PLACES = (ast.Name, ast.Attribute, ast.Subscript, ast.Call, ast.NamedExpr)
# Built-ins whose results are fresh, or never change.
_MAKING = frozenset(
    [
        *("list", "tuple", "set", "frozenset", "dict", "sorted", "range", "str", "repr", "len"),
        *("int", "float", "bool", "abs", "round", "sum", "any", "all", "ord", "chr", "id"),
        *("isinstance", "issubclass", "callable", "hasattr"),
    ]
)
# The nodes that mean something outside of functions too.
STRUCTURE = frozenset(
    [
        *("FunctionDef", "AsyncFunctionDef", "ClassDef", "Lambda", "For", "While", "AnnAssign"),
        *("ListComp", "SetComp", "DictComp", "GeneratorExp", "TypeAlias", "TemplateStr"),
    ]
)


class Points(ast.NodeTransformer):
    """Walks over one file, with names `imported` in it; `sites` are the new ones, numbered from `first`."""

    def __init__(
        self,
        filename: str,
        scopes: dict[ast.AST, Scope],
        scope: Scope,
        first: int,
        imported: set[str],
    ) -> None:
        self.filename = filename
        self.scopes = scopes
        self.scope = scope
        self.first = first
        self.imported = imported
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
            case ast.Name(id=name) | ast.NamedExpr(target=ast.Name(id=name)):
                return name
            case ast.Attribute(attr=name):
                return self.scope.mangle(name)
            case ast.Subscript():
                return "[]"
            case ast.Call(func=func):
                return f"{self.described(func)}()"
        return "(...)"

    def is_imported(self, node: ast.expr) -> bool:
        """Whether `node` is an imported name, or a module in an imported package."""
        while isinstance(node, ast.Attribute):
            node = node.value
        return isinstance(node, ast.Name) and node.id in self.imported

    def is_seen(self, node: ast.expr) -> bool:
        """Whether other threads may see what `node` gives."""
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in _MAKING:
                return name in self.scope.owner(name).variables
            case ast.IfExp(body=body, orelse=orelse):
                return self.is_seen(body) or self.is_seen(orelse)
        return isinstance(node, PLACES)

    def contents(self, node: ast.expr, hook: str = "contents") -> ast.expr:
        """An operand whose contents count; the hook is "reached" where those of its items do too."""
        name = self.described(node)
        dunder = name.startswith("__") and name.endswith("__")
        shown = hook == "reached" and isinstance(node, ast.Tuple | ast.List)
        seen = any(map(self.is_seen, node.elts)) if shown else self.is_seen(node)  # type: ignore[attr-defined]
        counts = self.active and seen and (not dunder or name == "__dict__")
        value: ast.expr = self.visit(node)
        return self.hook(hook, node, value, self.site("read", name, node)) if counts else value

    def iterable(self, node: ast.expr, target: ast.expr) -> ast.expr:
        """What a loop runs over."""
        name = self.described(node)
        unpacks = isinstance(target, ast.Tuple | ast.List)
        counts = self.is_seen(node) or not isinstance(node, (*FRESH, ast.Call))
        value: ast.expr = self.visit(node)
        if self.active and counts:
            value = self.hook("each", node, value, self.site("read", name, node))
        if self.active and unpacks:
            value = self.hook("unpacked", node, value, self.site("read", name, node))
        return value

    def stored(self, hook: str, value: ast.expr, *targets: ast.expr | None) -> ast.expr:
        """`value`, with a write point for every shared name among the targets."""
        for name in (name for target in targets for name in names_in(target)):
            scope = self.scope.shared_in(name.id)
            if self.active and scope:
                site = self.site("write", self.scope.mangle(name.id), name, scope)
                value = self.hook(hook, value, value, site)
        return value


class Imports(ast.NodeVisitor):
    """Gathers in `names` what imports bind anywhere in a file."""

    def __init__(self, tree: ast.Module) -> None:
        self.names: set[str] = set()
        self.visit(tree)

    def visit_alias(self, node: ast.alias) -> None:
        """Note what an import binds."""
        self.names.add(node.asname or node.name.split(".")[0])


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
