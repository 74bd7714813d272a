"""Operators that put another expression in the place of one: arguments, comparisons, pools, iterables.

Each takes a node, and yields what may stand there instead.
"""

import ast
from collections.abc import Iterator

from tests.kit.mutation.syntax import called, changed, expression

_POOLS = {"ThreadPoolExecutor": "ProcessPoolExecutor", "ProcessPoolExecutor": "ThreadPoolExecutor"}
_NEIGHBOURS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.Eq,
    ast.IsNot: ast.NotEq,
}


def drop_argument(node: ast.AST) -> Iterator[ast.AST]:
    """Leave the default: no timeout, no size, no arguments, no key."""
    if isinstance(node, ast.Call):
        for keyword in node.keywords:
            yield changed(node, keywords=[each for each in node.keywords if each is not keyword])
        if node.args and called(node, *_POOLS):
            yield changed(node, args=node.args[1:])


def one_off(node: ast.AST) -> Iterator[ast.AST]:
    """One round, one worker, one place more or less."""
    if call := called(node, *_POOLS, "range", "Queue"):
        for step in ("+ 1", "- 1"):
            for at, value in enumerate(call.args):
                other = expression(f"({ast.unparse(value)}) {step}")
                yield changed(call, args=[*call.args[:at], other, *call.args[at + 1 :]])
            for at, keyword in enumerate(call.keywords):
                other = changed(keyword, value=expression(f"({ast.unparse(keyword.value)}) {step}"))
                yield changed(call, keywords=[*call.keywords[:at], other, *call.keywords[at + 1 :]])


def other_pool(node: ast.AST) -> Iterator[ast.AST]:
    """Processes for threads, threads for processes."""
    if call := called(node, *_POOLS):
        yield changed(call, func=expression(_POOLS[ast.unparse(call.func)]))


def flip_daemon(node: ast.AST) -> Iterator[ast.AST]:
    """A daemon where there was none, and none where there was one."""
    if call := called(node, "Thread"):
        others = [each for each in call.keywords if each.arg != "daemon"]
        value = others == call.keywords or "True" not in ast.unparse(call.keywords[-1])
        yield changed(
            call, keywords=[*others, ast.keyword(arg="daemon", value=ast.Constant(value))]
        )


def call_target(node: ast.AST) -> Iterator[ast.AST]:
    """Call the target here and now; or in the thread, but with what its arguments are by then."""
    given = {each.arg: each.value for each in node.keywords} if called(node, "Thread") else {}
    if "target" in given:
        stars = ("*", given.get("args")), ("**", given.get("kwargs"))
        parts = [mark + ast.unparse(value) for mark, value in stars if value]
        call = f"{ast.unparse(given['target'])}({', '.join(parts)})"
        left = [each for each in node.keywords if each.arg not in ("target", "args", "kwargs")]
        for target in (call, f"lambda: {call}")[: 2 if parts else 1]:
            new = ast.keyword(arg="target", value=expression(target))
            yield changed(node, keywords=[new, *left])


def give_up(node: ast.AST) -> Iterator[ast.AST]:
    """Wait for a moment only."""
    call = called(node, "join", "get", "result", "exception", "acquire", "wait")
    if call and not call.args and not call.keywords:
        yield expression(f"{ast.unparse(call.func)}(timeout=0.1)")


def call_directly(node: ast.AST) -> Iterator[ast.AST]:
    """Make the caller do the work that should be submitted."""
    if (call := called(node, "submit", "map")) and isinstance(call.func, ast.Attribute):
        name = "map" if call.func.attr == "map" else "finished_call"
        yield changed(call, func=ast.Name(name, ast.Load()))


def own_pool(node: ast.AST) -> Iterator[ast.AST]:
    """Let another pool work than the one that was handed in."""
    if (call := called(node, "submit", "map")) and "executor" in ast.unparse(call.func):
        yield changed(call, func=changed(call.func, value=expression("ThreadPoolExecutor()")))


def share_lock(node: ast.AST) -> Iterator[ast.AST]:
    """One lock for all of a kind."""
    if called(node, "Lock"):
        yield ast.Name("one_lock", ast.Load())


def unwrap(node: ast.AST) -> Iterator[ast.AST]:
    """Take something as it comes: no copy, unsorted, repeated, not waited for."""
    names = ("list", "dict", "sorted", "fromkeys", "as_completed")
    if (call := called(node, *names)) and call.args:
        yield call.args[0]


def lazy(node: ast.AST) -> Iterator[ast.AST]:
    """Do it when somebody asks for it, and the other way round."""
    if isinstance(node, ast.ListComp):
        yield ast.GeneratorExp(node.elt, node.generators)
    if isinstance(node, ast.GeneratorExp):
        yield ast.ListComp(node.elt, node.generators)
    puts = any(called(each, "put") for each in ast.walk(node))
    if isinstance(node, ast.For) and isinstance(node.iter, ast.Name) and puts:
        yield changed(node, iter=expression(f"list({node.iter.id})"))


def skip_one(node: ast.AST) -> Iterator[ast.AST]:
    """Forget the first, and the last."""
    if isinstance(node, ast.For | ast.comprehension) and not called(node.iter, "range"):
        for part in ("1:", ":-1"):
            yield changed(node, iter=expression(f"list({ast.unparse(node.iter)})[{part}]"))


def compare(node: ast.AST) -> Iterator[ast.AST]:
    """Move a boundary by one; equal for identical."""
    if isinstance(node, ast.Compare):
        for at, operator in enumerate(node.ops):
            if other := _NEIGHBOURS.get(type(operator)):
                yield changed(node, ops=[*node.ops[:at], other(), *node.ops[at + 1 :]])


def truth(node: ast.AST) -> Iterator[ast.AST]:
    """Ask whether it is true, not which object it is."""
    match node:
        case ast.Compare(left=left, ops=[ast.IsNot()]):
            yield left
        case ast.Compare(left=left, ops=[ast.Is()]):
            yield ast.UnaryOp(ast.Not(), left)


def other_value(node: ast.AST) -> Iterator[ast.AST]:
    """True for False, the last for the first, the greatest for the least, None for an object of its own."""
    match node:
        case ast.Constant(value=bool() as value):
            yield ast.Constant(not value)
        case ast.Subscript(slice=ast.Constant(value=0)):
            yield changed(node, slice=expression("-1"))
        case ast.Call(func=ast.Name(id="min")):
            yield changed(node, func=expression("max"))
        case ast.Call(func=ast.Name(id="object")):
            yield ast.Constant(None)


def narrow_except(node: ast.AST) -> Iterator[ast.AST]:
    """Catch less."""
    if isinstance(node, ast.ExceptHandler) and node.type:
        less = {"BaseException": "Exception", "Exception": "ValueError"}
        yield changed(node, type=expression(less.get(ast.unparse(node.type), "KeyError")))


NODE_OPERATORS = (
    drop_argument,
    one_off,
    other_pool,
    flip_daemon,
    call_target,
    give_up,
    call_directly,
    own_pool,
    share_lock,
    unwrap,
    lazy,
    skip_one,
    compare,
    truth,
    other_value,
    narrow_except,
)
