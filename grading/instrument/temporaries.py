"""Temporary locals for what an augmented assignment evaluates once and needs twice."""

import ast

from grading.instrument.scopes import MODULE, Scope

Target = ast.Name | ast.Attribute | ast.Subscript


class Temporaries:
    """Splits the target of an augmented assignment into parts that can be evaluated twice.

    `assignments` go before the statement, `removals` after it. The names cannot collide: no source
    text can contain them.
    """

    def __init__(self, scope: Scope, node: ast.AugAssign) -> None:
        self.scope = scope
        self.rebinds = _rebinds(node)
        self.assignments: list[ast.stmt] = []
        self.removals: list[ast.stmt] = []

    def repeatable(self, target: Target) -> Target:
        """`target` with parts that mean the same each time and have no side effects."""
        if isinstance(target, ast.Attribute | ast.Subscript):
            target.value = self.part(target.value)
        if isinstance(target, ast.Subscript):
            target.slice = self.part(target.slice)
        return target

    def part(self, node: ast.expr) -> ast.expr:
        """`node` itself if it is constant, otherwise something built of temporaries."""
        match node:
            case ast.Constant() | ast.UnaryOp(operand=ast.Constant()):
                return node
            case ast.Name(id=name) if self.is_settled(name):
                return node
            case ast.Slice():
                for field in ("lower", "upper", "step"):
                    value = getattr(node, field)
                    setattr(node, field, value and self.part(value))
                return node
            case ast.Tuple(elts=elts) if any(isinstance(e, ast.Slice | ast.Starred) for e in elts):
                node.elts = [self.part(element) for element in elts]
                return node
            case ast.Starred():
                unpacked = ast.copy_location(ast.Tuple([node], ast.Load()), node)
                return ast.copy_location(ast.Starred(self.temporary(unpacked), ast.Load()), node)
        return self.temporary(node)

    def is_settled(self, name: str) -> bool:
        """A local name that nothing re-binds while the statement runs."""
        mangled = self.scope.mangle(name)
        is_local = self.scope.owner(mangled).kind != MODULE
        return is_local and not self.rebinds and not self.scope.shared_in(name)

    def temporary(self, value: ast.expr) -> ast.expr:
        """The name of a new temporary that holds `value`."""
        name = f"@o{len(self.assignments) + 1}"
        assign = ast.Assign([ast.Name(name, ast.Store())], value)
        delete = ast.Delete([ast.Name(name, ast.Del())])
        self.assignments.append(ast.copy_location(assign, value))
        self.removals.append(ast.copy_location(delete, value))
        return ast.copy_location(ast.Name(name, ast.Load()), value)


def _rebinds(node: ast.AST) -> bool:
    return isinstance(node, ast.NamedExpr) or any(map(_rebinds, ast.iter_child_nodes(node)))
