# ruff: noqa: D102  (what a visit_X method is for, its name says)
"""Puts switch points into statements."""

import ast
from collections.abc import Sequence
from copy import deepcopy

from grading.instrument.expressions import SYMBOLS, Expressions, is_arithmetic
from grading.instrument.points import names_in
from grading.instrument.temporaries import Temporaries

Block = list[ast.stmt]


class Statements(Expressions):
    """Rewrites the statements of one file, in place."""

    def block(self, statements: Sequence[ast.stmt]) -> Block:
        """The statements rewritten; one may become several."""
        result: Block = []
        for statement in statements:
            new = self.visit(statement)
            result += new if isinstance(new, list) else [new]
        return result

    def bound(self, at: ast.stmt, *names: str) -> Block:
        """Write points for names that the statement `at` binds or deletes in one go."""
        targets = [ast.copy_location(ast.Name(name, ast.Store()), at) for name in names]
        nothing = ast.copy_location(ast.Constant(None), at)
        points = self.stored("then", nothing, *targets)
        return [] if points is nothing else [ast.copy_location(ast.Expr(points), at)]

    # Assignments

    def visit_Assign(self, node: ast.Assign) -> ast.stmt:
        depth = max(map(_depth, node.targets))
        hook = "reached" if depth > 1 else "contents"
        value = self.contents(node.value, hook) if depth else self.visit(node.value)
        node.value = self.stored("then", value, *node.targets)
        node.targets = [self.visit(target) for target in node.targets]
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.stmt:
        if node.value is None:
            return node
        node.value = self.stored("then", self.visit(node.value), node.target)
        node.target = self.visit(node.target)
        return node

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.stmt | Block:
        if isinstance(node.target, ast.Name) and not self.scope.shared_in(node.target.id):
            return self.changed_in_place(node, node.target)
        keep = Temporaries(self.scope, node)
        target = keep.repeatable(node.target)
        before = self.block(keep.assignments)
        source = deepcopy(target)
        source.ctx = ast.Load()
        symbol = SYMBOLS[type(node.op)] + "="
        value = self.operated(node, symbol, self.visit(source), self.visit(node.value))
        assign = ast.Assign([target], self.stored("then", value, target))
        assign.targets = [self.visit(target)]
        return [*before, ast.copy_location(assign, node), *keep.removals]

    def changed_in_place(self, node: ast.AugAssign, target: ast.Name) -> ast.stmt:
        """The augmented assignment of a name that is not shared; what it names may be."""
        value = self.visit(node.value)
        if is_arithmetic(node.op, node.value):
            node.value = value
            return node
        source = ast.copy_location(ast.Name(target.id, ast.Load()), target)
        changed = self.operated(node, SYMBOLS[type(node.op)] + "=", source, value)
        return ast.copy_location(ast.Assign([target], changed), node)

    def visit_Delete(self, node: ast.Delete) -> Block:
        result: Block = []
        for target in node.targets:
            result += self.bound(node, *(name.id for name in names_in(target)))
            result.append(ast.copy_location(ast.Delete([self.visit(target)]), node))
        return result

    def visit_Import(self, node: ast.Import | ast.ImportFrom) -> Block:
        names = [alias.asname or alias.name.split(".")[0] for alias in node.names]
        return [*self.bound(node, *names), node]

    visit_ImportFrom = visit_Import

    # Tests and loops

    def visit_If(self, node: ast.If) -> ast.stmt:
        node.test = self.contents(node.test)
        node.body, node.orelse = self.block(node.body), self.block(node.orelse)
        return node

    def visit_Assert(self, node: ast.Assert) -> ast.stmt:
        node.test = self.contents(node.test)
        node.msg = node.msg and self.visit(node.msg)
        return node

    def visit_Match(self, node: ast.Match) -> ast.stmt:
        name, seen = self.described(node.subject), self.is_seen(node.subject)
        subject = self.visit(node.subject)
        if seen:
            looks_at_attributes = any(
                isinstance(pattern, ast.MatchClass)
                for case in node.cases
                for pattern in ast.walk(case)
            )
            hook = "matched" if looks_at_attributes else "reached"
            subject = self.hook(hook, node.subject, subject, self.site("read", name, node.subject))
        node.subject = subject
        node.cases = [self.visit(case) for case in node.cases]
        return node

    def visit_match_case(self, node: ast.match_case) -> ast.match_case:
        node.guard = node.guard and self.contents(node.guard)
        node.body = self.block(node.body)
        return node

    def visit_While(self, node: ast.While) -> ast.stmt:
        node.test = self.contents(node.test)
        node.body, node.orelse = self.loop_body(node), self.block(node.orelse)
        return node

    def visit_For(self, node: ast.For) -> ast.stmt:
        node.iter = self.stored("each", self.iterable(node.iter, node.target), node.target)
        node.target = self.visit(node.target)
        node.body, node.orelse = self.loop_body(node), self.block(node.orelse)
        return node

    def loop_body(self, node: ast.For | ast.While) -> Block:
        point = self.hook("loop", node, self.site("loop", "", node))
        return [ast.copy_location(ast.Expr(point), node), *self.block(node.body)]

    # With

    def visit_With(self, node: ast.With) -> ast.stmt:
        """The value of a shared `as` name comes from __enter__, so it stops over in a temporary."""
        for position, item in enumerate(node.items, 1):
            item.context_expr = self.visit(item.context_expr)
            if any(self.scope.shared_in(name.id) for name in names_in(item.optional_vars)):
                return self.split_with(node, position)
            item.optional_vars = item.optional_vars and self.visit(item.optional_vars)
        node.body = self.block(node.body)
        return node

    def split_with(self, node: ast.With, position: int) -> ast.stmt:
        target = node.items[position - 1].optional_vars
        rest, node.items = node.items[position:], node.items[:position]
        assert target is not None
        node.items[-1].optional_vars = ast.copy_location(ast.Name("@o1", ast.Store()), target)
        value = ast.copy_location(ast.Name("@o1", ast.Load()), target)
        assign = ast.copy_location(ast.Assign([target], value), target)
        delete = ast.copy_location(ast.Delete([ast.Name("@o1", ast.Del())]), target)
        inner = [ast.copy_location(ast.With(rest, node.body), node)] if rest else node.body
        node.body = self.block([assign, delete, *inner])
        return node


def _depth(target: ast.expr) -> int:
    """How many levels an assignment to `target` unpacks."""
    match target:
        case ast.Tuple(elts=elements) | ast.List(elts=elements):
            return 1 + max(map(_depth, elements), default=0)
    return 0
