"""Finds the scopes of a file and what becomes of every variable in them.

Written over the AST, because `symtable` answers differently from 3.12 on, where comprehensions have
no scope of their own (PEP 709), and the numbers of the sites must not depend on the version.
"""

import ast
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from grading.instrument.scopes import CLASS, COMPREHENSION, FUNCTION, MODULE, Scope, Variable

EARLY = -1  # before any inner function can run
COMPREHENSION_NAMES: dict[type[ast.AST], str] = {
    ast.ListComp: "<listcomp>",
    ast.SetComp: "<setcomp>",
    ast.DictComp: "<dictcomp>",
    ast.GeneratorExp: "<genexpr>",
}


def analyse(tree: ast.Module) -> dict[ast.AST, Scope]:
    """The scope that each module, class, function, lambda and comprehension opens."""
    return _Analysis(tree).scopes


class _Analysis(ast.NodeVisitor):
    """Notes every binding and use first; an owner is only known when the whole file was read."""

    def __init__(self, tree: ast.Module) -> None:
        self.scope = Scope(MODULE, "<module>", None)
        self.scopes: dict[ast.AST, Scope] = {tree: self.scope}
        self.looping = False
        self.time = 0
        self.uses: list[tuple[Scope, str, int]] = []
        self.bindings: list[tuple[Scope, str, int | None]] = []
        self.generic_visit(tree)
        for scope, name, bound_at in self.bindings:
            _add_binding(scope, name, bound_at)
        for scope, name, time in self.uses:
            _add_use(scope, name, time)

    @contextmanager
    def inside(self, node: ast.AST, kind: str, name: str) -> Iterator[None]:
        outer, looping = self.scope, self.looping
        separator = {MODULE: "", CLASS: "."}.get(outer.kind, ".<locals>.")
        qualname = name if outer.kind == MODULE else f"{outer.qualname}{separator}{name}"
        self.scope = self.scopes[node] = Scope(kind, qualname, outer, outer.private)
        self.looping = kind == COMPREHENSION
        yield
        self.scope, self.looping = outer, looping

    @contextmanager
    def repeated(self) -> Iterator[None]:
        looping, self.looping = self.looping, True
        yield
        self.looping = looping

    def visit_each(self, nodes: Iterable[ast.AST | None]) -> None:
        for node in nodes:
            if node is not None:
                self.visit(node)

    def bind(self, name: str, early: bool = False, final: bool = True) -> None:
        """Note a binding: `early` counts as before all else, not `final` as made many times."""
        self.time += 1
        bound_at = EARLY if early else self.time
        name = self.scope.mangle(name)
        self.scope.variables.setdefault(name, Variable())
        self.bindings.append((self.scope, name, bound_at if final and not self.looping else None))

    def use(self, name: str) -> None:
        self.time += 1
        self.uses.append((self.scope, self.scope.mangle(name), self.time))

    # Names

    def visit_Name(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Load):
            self.use(node.id)
        else:
            self.bind(node.id, final=isinstance(node.ctx, ast.Store))

    def visit_Global(self, node: ast.Global) -> None:
        self.scope.elsewhere.update((self.scope.mangle(name), "global") for name in node.names)

    def visit_Nonlocal(self, node: ast.Nonlocal) -> None:
        self.scope.elsewhere.update((self.scope.mangle(name), "nonlocal") for name in node.names)

    def visit_alias(self, node: ast.alias) -> None:
        self.bind(node.asname or node.name.split(".")[0], early=True)

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        self.visit_each([node.type])
        if node.name:
            self.bind(node.name, final=False)
        self.visit_each(node.body)

    def visit_MatchAs(self, node: ast.MatchAs) -> None:
        self.visit_each([node.pattern])
        if node.name:
            self.bind(node.name)

    def visit_MatchStar(self, node: ast.MatchStar) -> None:
        if node.name:
            self.bind(node.name)

    def visit_MatchMapping(self, node: ast.MatchMapping) -> None:
        self.visit_each(node.patterns)
        if node.rest:
            self.bind(node.rest)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        self.visit(node.value)
        scope = inner = self.scope
        while scope.kind == COMPREHENSION and scope.parent is not None:
            scope = scope.parent
        self.scope = scope
        self.bind(node.target.id)
        self.scope = inner

    # Statements whose parts run in another order than they are written in, or again and again

    def visit_Assign(self, node: ast.Assign) -> None:
        self.visit_each([node.value, *node.targets])

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self.visit_each([node.value])
        if node.value is not None or not isinstance(node.target, ast.Name):
            self.visit(node.target)
        else:
            self.scope.variables.setdefault(self.scope.mangle(node.target.id), Variable())

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        if isinstance(node.target, ast.Name):
            self.use(node.target.id)
        self.visit(node.value)
        with self.repeated():
            self.visit(node.target)

    def visit_For(self, node: ast.For | ast.AsyncFor) -> None:
        self.visit(node.iter)
        with self.repeated():
            self.visit_each([node.target, *node.body])
        self.visit_each(node.orelse)

    visit_AsyncFor = visit_For

    def visit_While(self, node: ast.While) -> None:
        with self.repeated():
            self.visit_each([node.test, *node.body])
        self.visit_each(node.orelse)

    # Scopes; annotations and type parameters bind nothing that could be shared

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self.visit_each(node.decorator_list)
        self.bind(node.name, early=True)
        self.visit_function(node, node.name, node.body)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self.visit_function(node, "<lambda>", [node.body])

    def visit_function(
        self,
        node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda,
        name: str,
        body: Iterable[ast.AST],
    ) -> None:
        """A function: its defaults belong to the scope around it."""
        args = node.args
        self.visit_each([*args.defaults, *args.kw_defaults])
        with self.inside(node, FUNCTION, name):
            parameters = [*args.posonlyargs, *args.args, args.vararg, *args.kwonlyargs, args.kwarg]
            for parameter in parameters:
                if parameter is not None:
                    self.bind(parameter.arg, early=True)
            for parameter in getattr(node, "type_params", ()):
                self.bind(parameter.name, early=True)
            self.visit_each(body)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self.visit_each([*node.decorator_list, *node.bases, *node.keywords])
        self.bind(node.name, early=True)
        with self.inside(node, CLASS, node.name):
            self.scope.private = node.name.lstrip("_")
            self.visit_each(node.body)

    def visit_ListComp(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp) -> None:
        self.visit_comprehension_of(node, node.elt)

    visit_SetComp = visit_ListComp
    visit_GeneratorExp = visit_ListComp

    def visit_DictComp(self, node: ast.DictComp) -> None:
        self.visit_comprehension_of(node, node.key, node.value)

    def visit_comprehension_of(
        self,
        node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp,
        *elements: ast.expr,
    ) -> None:
        """A comprehension: the first iterable belongs to the scope around it."""
        first, *others = node.generators
        self.visit(first.iter)
        with self.inside(node, COMPREHENSION, COMPREHENSION_NAMES[type(node)]):
            self.visit_each([first.target, *first.ifs, *others, *elements])

    def visit_comprehension(self, node: ast.comprehension) -> None:
        self.visit_each([node.iter, node.target, *node.ifs])


def _add_binding(scope: Scope, name: str, bound_at: int | None) -> None:
    owner = scope.owner(name)
    variable = owner.variables.setdefault(name, Variable())
    variable.bindings += 1
    variable.bound_at = bound_at
    if owner is not scope:  # declared global or nonlocal
        variable.bound_at, variable.captured_at = None, EARLY


def _add_use(scope: Scope, name: str, time: int) -> None:
    """A use in an inner function captures; one in a comprehension or class body happens at once."""
    owner = scope.owner(name)
    if owner.kind == MODULE or name not in owner.variables:
        return
    while scope is not owner and scope.parent is not None:
        if scope.kind == FUNCTION:
            variable = owner.variables[name]
            variable.captured_at = time if variable.captured_at is None else variable.captured_at
            return
        scope = scope.parent
