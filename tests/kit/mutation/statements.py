"""Operators that put other statements in the place of one: calls left out, loops and conditions made simpler.

Each takes a block and a place in it, and yields what may stand there instead.
"""

import ast
from collections.abc import Iterator

from tests.kit.mutation.syntax import Block, changed, loaded, method, statements, stored


def drop_call(statement: ast.stmt) -> Iterator[Block]:
    """Leave out a join, a put, a task_done, an append, ..."""
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
        yield []


def drop_change(statement: ast.stmt) -> Iterator[Block]:
    """Leave out a change of something that outlives the function: an attribute, an item, a sum."""
    outliving = (ast.Attribute, ast.Subscript)
    targets = statement.targets if isinstance(statement, ast.Assign) else ()
    if isinstance(statement, ast.AugAssign) or any(isinstance(each, outliving) for each in targets):
        yield []


def drop_jump(statement: ast.stmt) -> Iterator[Block]:
    """Leave out a raise, a return, a break, a continue."""
    if isinstance(statement, ast.Raise | ast.Return | ast.Break | ast.Continue):
        yield []


def run_for_start(statement: ast.stmt) -> Iterator[Block]:
    """Call `run` where it should be `start`."""
    if thread := method(statement, "start"):
        yield statements(f"{thread}.run()")


def sleep_for_join(statement: ast.stmt) -> Iterator[Block]:
    """Hope that a moment is enough."""
    if method(statement, "join"):
        yield statements("time.sleep(0.1)")


def while_to_if(statement: ast.stmt) -> Iterator[Block]:
    """Look once, not again and again."""
    if isinstance(statement, ast.While):
        yield [ast.If(test=statement.test, body=statement.body, orelse=[])]


def decide(statement: ast.stmt) -> Iterator[Block]:
    """Do it whatever the condition says, and never."""
    if isinstance(statement, ast.If):
        yield statement.body
        yield statement.orelse


def drop_except(statement: ast.stmt) -> Iterator[Block]:
    """Catch nothing."""
    if isinstance(statement, ast.Try) and statement.handlers:
        yield [changed(statement, handlers=[])] if statement.finalbody else statement.body


def drop_finally(statement: ast.stmt) -> Iterator[Block]:
    """Do what must be done in the end only where nothing was raised."""
    if isinstance(statement, ast.Try) and statement.finalbody:
        kept = [changed(statement, finalbody=[])] if statement.handlers else statement.body
        yield [*kept, *statement.finalbody]


STATEMENT_OPERATORS = (
    drop_call,
    drop_change,
    drop_jump,
    run_for_start,
    sleep_for_join,
    while_to_if,
    decide,
    drop_except,
    drop_finally,
)


def join_at_once(block: Block, at: int) -> Iterator[Block]:
    """Join each thread as soon as it was started: the swap of `start all` and `join all`."""
    thread = method(block[at], "start")
    is_joined = at + 1 < len(block) and method(block[at + 1], "join") == thread
    if thread and not is_joined:
        yield [*block[: at + 1], *statements(f"{thread}.join()"), *block[at + 1 :]]


def swap_statements(block: Block, at: int) -> Iterator[Block]:
    """Do the next thing first, where the order matters and it does not need what this one makes."""
    pair = block[at : at + 2]
    if len(pair) < 2 or any(isinstance(each, _FIXED) or _is_docstring(each) for each in pair):
        return
    first, second = pair
    needed = stored(first) & loaded(second) or stored(second) & loaded(first)
    set_up = [_sets_up(each) for each in pair]
    if not needed and set_up != [True, True] and not any(map(_is_local, pair)):
        yield [*block[:at], second, first, *block[at + 2 :]]


BLOCK_OPERATORS = (join_at_once, swap_statements)
_FIXED = (ast.FunctionDef, ast.ClassDef, ast.Global, ast.Nonlocal, ast.Return, ast.Raise)


def _is_docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _sets_up(statement: ast.stmt) -> bool:
    """Whether it is an assignment that calls nothing, or makes something new, such as `Lock()`."""
    calls = [ast.unparse(each.func) for each in ast.walk(statement) if isinstance(each, ast.Call)]
    makes = all(
        name.rpartition(".")[2][:1].isupper() or name in ("object", "range") for name in calls
    )
    return isinstance(statement, ast.Assign | ast.AnnAssign) and makes


def _is_local(statement: ast.stmt) -> bool:
    """Whether it gives a name a value, and so concerns nobody else."""
    return _sets_up(statement) and bool(stored(statement))
