"""Lets a plain `assert` say what it saw, as pytest does for its tests: a `Mismatch` becomes the message of its error.

    assert n == 2       if that fails: AssertionError(Mismatch("n", "1", "2"))

One that has a message keeps it. Nothing is evaluated twice, nor in another order; switch points stay where they are.
"""

from __future__ import annotations

import ast

_SYMBOLS: dict[type[ast.cmpop], str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Is: "is",
    ast.IsNot: "is not",
    ast.In: "in",
    ast.NotIn: "not in",
}


class Asserts(ast.NodeTransformer):
    """Made of a file before points are put into it; `tell` is called afterwards, on the same tree."""

    def __init__(self, tree: ast.Module, source: str) -> None:
        self._source = source
        self._texts: dict[ast.Assert, str] = {}
        self.visit(tree)

    def visit_Assert(self, node: ast.Assert) -> list[ast.stmt]:
        """The assertion; as many as it has parts, if all of them must hold."""
        if node.msg is not None:
            return [node]
        every = isinstance(node.test, ast.BoolOp) and isinstance(node.test.op, ast.And)
        parts = node.test.values if every else [node.test]  # type: ignore[attr-defined]
        made = [ast.copy_location(ast.Assert(part), part) for part in parts]
        for each in made:
            self._texts[each] = self._text(each.test)
        return list(made)

    def _text(self, test: ast.expr) -> str:
        """What was looked at."""
        if _is_comparison(test):
            test = test.left  # type: ignore[attr-defined]
        elif _is_negation(test):
            test = test.operand  # type: ignore[attr-defined]
        return " ".join((ast.get_source_segment(self._source, test) or "").split())

    def tell(self) -> None:
        """Give each assertion its message."""
        for node, text in self._texts.items():
            test = node.test
            if _is_comparison(test):
                assert isinstance(test, ast.Compare)
                symbol = _SYMBOLS[type(test.ops[0])]
                test.left = _kept("@got", test.left)
                test.comparators = [_kept("@expected", test.comparators[0])]
                seen = ["@got", "@expected"]
            elif _is_negation(test):
                assert isinstance(test, ast.UnaryOp)
                symbol, seen = "not", ["@got"]
                test.operand = _kept("@got", test.operand)
            else:
                symbol, seen = "", ["@got"]
                node.test = _kept("@got", test)
            values = [ast.Name(name, ast.Load()) for name in seen]
            said: list[ast.expr] = [ast.Constant(text), ast.Constant(symbol), *values]
            node.msg = ast.copy_location(ast.Call(ast.Name("@untrue", ast.Load()), said, []), node)
            ast.fix_missing_locations(node)


def _is_comparison(test: ast.expr) -> bool:
    return isinstance(test, ast.Compare) and len(test.ops) == 1


def _is_negation(test: ast.expr) -> bool:
    return isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)


def _kept(name: str, value: ast.expr) -> ast.expr:
    return ast.copy_location(ast.NamedExpr(ast.Name(name, ast.Store()), value), value)
