"""Operators on `with`: critical sections dropped, split, made wider and narrower; pools that nobody leaves."""

import ast
from collections.abc import Iterator

from tests.kit.mutation.syntax import Block, changed, statements


def drop_with(statement: ast.stmt) -> Iterator[Block]:
    """Do what is inside without the lock (or without leaving the pool)."""
    if isinstance(statement, ast.With):
        for item in statement.items:
            left = [each for each in statement.items if each is not item]
            yield [*_bound(item), *([changed(statement, items=left)] if left else statement.body)]


def swap_locks(statement: ast.stmt) -> Iterator[Block]:
    """Take the locks in the other order."""
    if isinstance(statement, ast.With) and len(statement.items) > 1:
        yield [changed(statement, items=statement.items[::-1])]


def plain_release(statement: ast.stmt) -> Iterator[Block]:
    """Give the lock back (or leave the pool) only where the end of the block is reached."""
    if isinstance(statement, ast.With) and len(statement.items) == 1:
        item = statement.items[0]
        name = ast.unparse(item.optional_vars or item.context_expr)
        if item.optional_vars:
            yield [*_bound(item), *statement.body, *statements(f"{name}.shutdown()")]
        else:
            before, after = statements(f"{name}.acquire()\n{name}.release()")
            yield [before, *statement.body, after]


def narrow(statement: ast.stmt) -> Iterator[Block]:
    """Begin one statement later, and end one statement earlier."""
    if isinstance(statement, ast.With) and len(statement.body) > 1:
        first, *rest = statement.body
        yield [first, changed(statement, body=rest)]
        *rest, last = statement.body
        yield [changed(statement, body=rest), last]


def split(statement: ast.stmt) -> Iterator[Block]:
    """Make two critical sections of one."""
    if isinstance(statement, ast.With):
        for at in range(1, len(statement.body)):
            first, second = statement.body[:at], statement.body[at:]
            yield [changed(statement, body=first), changed(statement, body=second)]


def check_outside(statement: ast.stmt) -> Iterator[Block]:
    """Decide before the section begins."""
    if isinstance(statement, ast.With) and isinstance(statement.body[0], ast.If):
        question, *rest = statement.body
        (decided,) = statements(f"decided = {ast.unparse(question.test)}")
        answer = changed(question, test=ast.Name("decided", ast.Load()))
        yield [decided, changed(statement, body=[answer, *rest])]


def read_outside(statement: ast.stmt) -> Iterator[Block]:
    """Read before the section begins what is written in it: a lock around the write only."""
    for at, new in _sums(statement):
        read, write = statements(new)
        body = [*statement.body[:at], write, *statement.body[at + 1 :]]
        yield [read, changed(statement, body=body)]


def write_outside(statement: ast.stmt) -> Iterator[Block]:
    """Write behind the section what is read in it: a lock around the read only."""
    for at, new in _sums(statement):
        if at + 1 == len(statement.body):
            read, write = statements(new)
            yield [changed(statement, body=[*statement.body[:at], read]), write]


def _sums(statement: ast.stmt) -> Iterator[tuple[int, str]]:
    """Where the section changes a sum, and the same in two statements."""
    for at, each in enumerate(statement.body if isinstance(statement, ast.With) else ()):
        if isinstance(each, ast.AugAssign):
            target, value = ast.unparse(each.target), ast.BinOp(each.target, each.op, each.value)
            yield at, f"copy = {ast.unparse(value)}\n{target} = copy"


def _bound(item: ast.withitem) -> Block:
    name = item.optional_vars
    return [ast.Assign([name], item.context_expr, lineno=0)] if name else []


SECTION_OPERATORS = (
    drop_with,
    swap_locks,
    plain_release,
    narrow,
    split,
    check_outside,
    read_outside,
    write_outside,
)


def widen(block: Block, at: int) -> Iterator[Block]:
    """Begin one statement earlier, and end one statement later."""
    section = block[at]
    if not isinstance(section, ast.With):
        return
    if at > 0 and not _is_docstring(block[at - 1]):
        wider = changed(section, body=[block[at - 1], *section.body])
        yield [*block[: at - 1], wider, *block[at + 1 :]]
    if at + 1 < len(block):
        wider = changed(section, body=[*section.body, block[at + 1]])
        yield [*block[:at], wider, *block[at + 2 :]]


def _is_docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
