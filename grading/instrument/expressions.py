# ruff: noqa: D102  (what a visit_X method is for, its name says)
"""Puts switch points into expressions."""

import ast

from grading.instrument.points import FRESH, Points
from grading.instrument.sites import DELETED, IMPORTED

# These look at the frame that calls them, or the compiler looks for them.
NOT_WRAPPED = frozenset(
    ["super", "locals", "globals", "dir", "eval", "exec", "__import__", "breakpoint"]
)
SYMBOLS: dict[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.MatMult: "@",
    ast.Div: "/",
    ast.FloorDiv: "//",
    ast.Mod: "%",
    ast.Pow: "**",
    ast.LShift: "<<",
    ast.RShift: ">>",
    ast.BitOr: "|",
    ast.BitXor: "^",
    ast.BitAnd: "&",
}

Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


class Expressions(Points):
    """Rewrites the expressions of one file."""

    # Reads and writes

    def visit_Name(self, node: ast.Name) -> ast.expr:
        scope = self.scope.shared_in(node.id)
        if not scope or not isinstance(node.ctx, ast.Load):
            return node
        point = self.hook("name", node, self.site("read", self.scope.mangle(node.id), node, scope))
        both = ast.copy_location(ast.Tuple([point, node], ast.Load()), node)
        return ast.copy_location(ast.Subscript(both, ast.Constant(1), ast.Load()), node)

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        kind = "read" if isinstance(node.ctx, ast.Load) else "write"
        where = DELETED if isinstance(node.ctx, ast.Del) else ""
        if kind == "write" and self.is_imported(node.value):
            where = IMPORTED
        owner = self.visit(node.value)
        site = self.site(kind, self.scope.mangle(node.attr), node, where)
        node.value = self.hook("touch", node.value, owner, site)
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        fresh = isinstance(node.value, FRESH)
        owner, node.slice = self.visit(node.value), self.visit(node.slice)
        if fresh:
            node.value = owner
            return node
        kind = "read" if isinstance(node.ctx, ast.Load) else "write"
        site = self.site(kind, "[]", node)
        node.value = self.hook("touch", node.value, owner, site)
        if not self.is_simple(node.slice):
            node.slice = self.then_after(node.slice, site)
        return node

    def is_simple(self, index: ast.expr) -> bool:
        """Whether nothing happens while it is evaluated."""
        match index:
            case ast.Name(id=name):
                return not self.scope.shared_in(name)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return self.is_simple(operand)
            case ast.Slice(lower=lower, upper=upper, step=step):
                return all(part is None or self.is_simple(part) for part in (lower, upper, step))
            case ast.Tuple(elts=elements):
                return all(self.is_simple(element) for element in elements)
        return isinstance(index, ast.Constant)

    def then_after(self, index: ast.expr, site: ast.Constant) -> ast.expr:
        """An index with a point after its last part that does anything."""
        match index:
            case ast.Slice():
                for field in ("step", "upper", "lower"):
                    part = getattr(index, field)
                    if part is not None and not self.is_simple(part):
                        setattr(index, field, self.then_after(part, site))
                        break
                return index
            case ast.Tuple(elts=elements) if any(isinstance(e, ast.Slice) for e in elements):
                last = max(i for i, part in enumerate(elements) if not self.is_simple(part))
                elements[last] = self.then_after(elements[last], site)
                return index
            case ast.Starred():
                index.value = self.then_after(index.value, site)
                return index
        return self.hook("then", index, index, site)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> ast.expr:
        node.value = self.stored("then", self.visit(node.value), node.target)
        return node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        callee = node.func
        name = self.described(callee)
        if isinstance(callee, ast.Attribute):
            owner = self.visit(callee.value)
            method = self.hook("method", callee, owner, self.site("call", name, callee))
            for call in (method, node):
                _start_at_name(call, callee)
            node.func = method
        elif not self.looks_at_its_caller(node) and not isinstance(callee, FRESH):
            value = self.visit(callee)
            node.func = self.hook("function", callee, value, self.site("call", name, callee))
        node.args = [self.argument(arg) for arg in node.args]
        node.keywords = [self.visit(keyword) for keyword in node.keywords]
        if name in ("exec", "eval") and node.args and not isinstance(node.args[0], ast.Starred):
            node.args[0] = self.hook("unseen", node, node.args[0], self.site("call", name, node))
        return node

    def argument(self, node: ast.expr) -> ast.expr:
        """An argument of a call."""
        value: ast.expr = self.visit(node)
        return self.hook("own", node, value) if isinstance(node, ast.GeneratorExp) else value

    def looks_at_its_caller(self, node: ast.Call) -> bool:
        """Whether the call must stay as it is: `vars` looks at its caller only without an argument."""
        name = self.described(node.func)
        return name in NOT_WRAPPED or (name == "vars" and not node.args)

    def visit_YieldFrom(self, node: ast.YieldFrom) -> ast.expr:
        node.value = self.contents(node.value, "delegated")
        return node

    # Operators

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        seen = any(self.is_seen(operand) for operand in (node.left, node.right))
        formats = isinstance(node.op, ast.Mod) and isinstance(node.right, ast.Tuple)
        if not (seen or formats) or is_arithmetic(node.op, node.left, node.right):
            return self.generic_visit(node)  # type: ignore[return-value]
        left, right = self.visit(node.left), self.visit(node.right)
        return self.operated(node, SYMBOLS[type(node.op)], left, right)

    def operated(
        self, node: ast.BinOp | ast.AugAssign, symbol: str, left: ast.expr, right: ast.expr
    ) -> ast.expr:
        """The operation of `node` by a hook, which looks into the operands."""
        place = node.left if isinstance(node, ast.BinOp) else node.target
        kind = "read" if isinstance(node, ast.BinOp) else "write"
        site = self.site(kind, self.described(place), node)
        name = ast.copy_location(ast.Constant(symbol), node)
        return self.hook("op", node, name, left, right, site)

    # Contents

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        by_value = [not isinstance(op, ast.Is | ast.IsNot) for op in node.ops]
        before, after = [False, *by_value], [*by_value, False]
        operands = zip(before, after, [node.left, *node.comparators], strict=True)
        node.left, *node.comparators = [
            self.contents(x, "reached") if left or right else self.visit(x)
            for left, right, x in operands
        ]
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        node.values = [self.contents(value) for value in node.values]
        return node

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        negated = isinstance(node.op, ast.Not)
        node.operand = self.contents(node.operand) if negated else self.visit(node.operand)
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        node.test = self.contents(node.test)
        node.body, node.orelse = self.visit(node.body), self.visit(node.orelse)
        return node

    def visit_Starred(self, node: ast.Starred) -> ast.expr:
        read = isinstance(node.ctx, ast.Load)
        node.value = self.contents(node.value) if read else self.visit(node.value)
        return node

    def visit_keyword(self, node: ast.keyword) -> ast.keyword:
        node.value = self.contents(node.value) if node.arg is None else self.visit(node.value)
        return node

    def visit_Dict(self, node: ast.Dict) -> ast.expr:
        items = zip(node.keys, node.values, strict=True)
        node.values = [self.contents(v) if k is None else self.visit(v) for k, v in items]
        node.keys = [key and self.visit(key) for key in node.keys]
        return node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.expr:
        line, self.line = self.line, self.line or node.lineno
        self.generic_visit(node)
        self.line = line
        return node

    def visit_FormattedValue(self, node: ast.FormattedValue) -> ast.expr:
        node.value = self.contents(node.value, "reached")
        if node.format_spec is not None:
            node.format_spec = self.visit(node.format_spec)
        return node

    def visit_TemplateStr(self, node: ast.expr) -> ast.expr:
        return node

    # Inner scopes

    def visit_Lambda(self, node: ast.Lambda) -> ast.expr:
        self.visit_defaults(node.args)
        with self.within(self.scopes[node], active=True):
            node.body = self.visit(node.body)
        return node

    def visit_defaults(self, args: ast.arguments) -> None:
        with self.within(self.scope, active=False):
            args.defaults = [self.visit(default) for default in args.defaults]
            args.kw_defaults = [default and self.visit(default) for default in args.kw_defaults]

    def visit_ListComp(self, node: Comprehension) -> ast.expr:
        if any(generator.is_async for generator in node.generators):
            return node
        first = node.generators[0]
        first.iter = self.iterable(first.iter, first.target)
        with self.within(self.scopes[node], active=True):
            for generator in node.generators:
                if generator is not first:
                    generator.iter = self.iterable(generator.iter, generator.target)
                generator.iter = self.stored("each", generator.iter, generator.target)
                generator.target = self.visit(generator.target)
                generator.ifs = [self.contents(test) for test in generator.ifs]
            for field in ("elt",) if hasattr(node, "elt") else ("key", "value"):
                setattr(node, field, self.visit(getattr(node, field)))
        return node

    visit_SetComp = visit_DictComp = visit_GeneratorExp = visit_ListComp


def is_arithmetic(op: ast.operator, *operands: ast.expr) -> bool:
    """Whether a literal number says that the operands are no containers (a list can be multiplied)."""
    numbers = (isinstance(x, ast.Constant) and isinstance(x.value, int | float) for x in operands)
    return not isinstance(op, ast.Mult) and any(numbers)


def _start_at_name(call: ast.Call, method: ast.Attribute) -> None:
    """In a chain over several lines a call is on its method's line, as the compiler has it."""
    line, column = method.end_lineno, method.end_col_offset
    if line is not None and column is not None and line != call.lineno:
        call.lineno, call.col_offset = line, column - len(method.attr)
