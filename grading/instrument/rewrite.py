# ruff: noqa: D102  (what a visit_X method is for, its name says)
"""Puts switch points into a file: what is code of a function, and what stays as it is."""

import ast

from grading.instrument.analysis import analyse
from grading.instrument.points import Imports
from grading.instrument.sites import Site
from grading.instrument.statements import Block, Statements


class Rewriter(Statements):
    """Rewrites a file in place.

    Of headers (decorators, defaults, bases) only the functions inside them are rewritten; annotations, type aliases
    and template strings stay as they are, and so do coroutines, but for a word at their beginning.
    """

    def visit_FunctionDef(self, node: ast.FunctionDef) -> Block:
        points = self.bound(node, node.name)
        self.visit_header(node.decorator_list)
        self.visit_defaults(node.args)
        with self.within(self.scopes[node], active=True):
            node.body = self.block(node.body)
        return [*points, node]

    def visit_ClassDef(self, node: ast.ClassDef) -> Block:
        points = self.bound(node, node.name)
        self.visit_header(node.decorator_list, node.bases, node.keywords)
        with self.within(self.scopes[node], self.active):
            node.body = self.block(node.body)
        made = ast.copy_location(ast.Name("@made", ast.Load()), (*node.decorator_list, node)[0])
        node.decorator_list.insert(0, made)
        return [*points, node]

    def visit_header(self, *parts: list[ast.expr] | list[ast.keyword]) -> None:
        with self.within(self.scope, active=False):
            for part in parts:
                part[:] = [self.visit(node) for node in part]

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.stmt:
        site = self.site("call", f"async def {node.name}", node)
        nothing = ast.copy_location(ast.Constant(None), node)
        word = ast.copy_location(ast.Expr(self.hook("unseen", node, nothing, site)), node)
        node.body.insert(0 if ast.get_docstring(node) is None else 1, word)
        return node

    def visit_TypeAlias(self, node: ast.stmt) -> ast.stmt:
        return node


def rewrite(tree: ast.Module, filename: str, first: int) -> list[Site]:
    """Put switch points into `tree`, in place; returns their sites, numbered from `first`."""
    scopes = analyse(tree)
    rewriter = Rewriter(filename, scopes, scopes[tree], first, Imports(tree).names)
    rewriter.visit(tree)
    ast.fix_missing_locations(tree)
    return rewriter.sites
