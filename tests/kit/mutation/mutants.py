"""Mutants of a program: the program with one place changed by one operator.

Only what the wanted definitions lead to is changed, so that a demonstration below them stays as it is.
"""

import ast
import difflib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tests.kit.mutation.expressions import NODE_OPERATORS
from tests.kit.mutation.sections import SECTION_OPERATORS, widen
from tests.kit.mutation.statements import BLOCK_OPERATORS, STATEMENT_OPERATORS
from tests.kit.mutation.syntax import Block, loaded, stored

_POOLS = "from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor"
_HELPERS = {  # what a mutant may need, by what its text then contains
    "time.": "import time",
    "Executor(": _POOLS,
    "one_lock": "one_lock = threading.Lock()",
    "finished_call(": f"""{_POOLS}
def finished_call(function, *args):
    future = Future()
    try:
        future.set_result(function(*args))
    except Exception as error:
        future.set_exception(error)
    return future""",
}
Operator = Callable[..., object]


@dataclass(frozen=True, slots=True)
class Mutant:
    """A program, and how it was made: `line` is a number, `source` that line's text, `within` its definition."""

    operator: str
    line: int
    source: str
    within: str
    diff: str
    program: str

    def __str__(self) -> str:
        return f"{self.operator}, line {self.line}, within {self.within}\n{self.diff}"


def mutants_of(program: str, wanted: Sequence[str]) -> Iterator[Mutant]:
    """Every mutant that compiles, each text once. `wanted` are the names that others use."""
    tree = ast.parse(program)
    original, lines = ast.unparse(tree), program.splitlines()
    seen = {original}
    for within, operator, line in _changes(tree, wanted):
        text = ast.unparse(tree)
        if text in seen or not _compiles(text):
            continue
        seen.add(text)
        helpers = [source for sign, source in _HELPERS.items() if sign in text]
        yield Mutant(
            operator.__name__.replace("_", " "),
            line,
            lines[line - 1].strip(),
            within,
            _diff(original, text),
            "\n".join([text, *helpers, ""]),
        )


def _changes(tree: ast.Module, wanted: Sequence[str]) -> Iterator[tuple[str, Operator, int]]:
    """Change the tree in one place after the other; it is back as it was when the next one is asked for."""
    for statement, within in _reached(tree, wanted):
        for parent in ast.walk(statement):
            for field, value in ast.iter_fields(parent):
                if field in ("annotation", "returns"):
                    continue
                for operator, line, new in _replacements(value):
                    setattr(parent, field, new)
                    yield within, operator, line
                setattr(parent, field, value)


def _replacements(value: object) -> Iterator[tuple[Operator, int, object]]:
    """What may stand in the place of a field's value."""
    if isinstance(value, list):
        for at, each in enumerate(value):
            for operator, line, new in _replacements(each):
                yield operator, line, [*value[:at], new, *value[at + 1 :]]
        if value and isinstance(value[0], ast.stmt):
            yield from _other_blocks(value)
    elif isinstance(value, ast.AST):
        for operator in NODE_OPERATORS:
            for node in operator(value):
                yield operator, _line(value), node


def _other_blocks(block: Block) -> Iterator[tuple[Operator, int, Block]]:
    for at, statement in enumerate(block):
        for operator in (*STATEMENT_OPERATORS, *SECTION_OPERATORS):
            for new in operator(statement):
                changed = [*block[:at], *new, *block[at + 1 :]]
                yield operator, statement.lineno, changed or [ast.Pass()]
        for operator in (*BLOCK_OPERATORS, widen):
            for new in operator(block, at):
                yield operator, statement.lineno, new


def _line(node: ast.AST) -> int:
    return next(each.lineno for each in ast.walk(node) if hasattr(each, "lineno"))


def _reached(tree: ast.Module, wanted: Sequence[str]) -> Iterator[tuple[ast.stmt, str]]:
    """The module's statements that the wanted names lead to, each method by itself, with their names."""
    makers = {name: each for each in tree.body for name in _made(each)}
    todo, done = list(wanted), set[str]()
    while todo:
        name = todo.pop(0)
        if name in makers and name not in done:
            done.add(name)
            todo += sorted(loaded(makers[name]) - _parameters(makers[name]))
    for statement in tree.body:
        if _made(statement) & done:
            parts = statement.body if isinstance(statement, ast.ClassDef) else [statement]
            yield from ((part, getattr(part, "name", "module")) for part in parts)


def _parameters(node: ast.AST) -> set[str]:
    return {each.arg for each in ast.walk(node) if isinstance(each, ast.arg)}


def _made(statement: ast.stmt) -> set[str]:
    """The names that a statement of a module makes."""
    if isinstance(statement, ast.FunctionDef | ast.ClassDef):
        return {statement.name}
    return stored(statement) if isinstance(statement, ast.Assign | ast.AnnAssign) else set()


def _compiles(text: str) -> bool:
    try:
        compile(text, "mutant", "exec")
    except SyntaxError:
        return False
    return True


def _diff(before: str, after: str) -> str:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=1)
    return "\n".join(list(lines)[2:])
