"""The names that rewritten code calls, and what they do where nobody listens.

Each is a name that no source text can contain, looked up among the builtins: whoever executes
rewritten code gives its namespace a `__builtins__` dict with these names in it.
"""

import operator
from collections.abc import Callable
from typing import Any

from grading.failures import Mismatch
from grading.instrument.sites import SITES
from grading.values import shown

OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "@": operator.matmul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
    "**": operator.pow,
    "<<": operator.lshift,
    ">>": operator.rshift,
    "|": operator.or_,
    "^": operator.xor,
    "&": operator.and_,
    "+=": operator.iadd,
    "-=": operator.isub,
    "*=": operator.imul,
    "@=": operator.imatmul,
    "/=": operator.itruediv,
    "//=": operator.ifloordiv,
    "%=": operator.imod,
    "**=": operator.ipow,
    "<<=": operator.ilshift,
    ">>=": operator.irshift,
    "|=": operator.ior,
    "^=": operator.ixor,
    "&=": operator.iand,
}


def touch(owner: Any, site: int) -> Any:
    """Right before an attribute or item of `owner` is read, written or deleted; returns `owner`."""
    return owner


def name(site: int) -> None:
    """Right before a shared variable is read."""


def then(value: Any, site: int) -> Any:
    """`value` is there, and what happens next is the operation of the site; returns `value`."""
    return value


def method(owner: Any, site: int) -> Any:
    """The method of `owner` that the site names, about to be called."""
    return getattr(owner, SITES[site].name)


def function(callee: Any, site: int) -> Any:
    """Right before the arguments of a call are evaluated; returns what to call."""
    return callee


def each(iterable: Any, site: int) -> Any:
    """What a loop runs over: the site is a read of it, or the write of a shared loop variable."""
    return iterable


def contents(value: Any, site: int) -> Any:
    """Right before the contents of `value` count: tested, unpacked."""
    return value


def reached(value: Any, site: int) -> Any:
    """Right before the contents of `value` count, all the way down: compared, formatted."""
    return value


def delegated(iterable: Any, site: int) -> Any:
    """What a generator yields from."""
    return iterable


def unpacked(iterable: Any, site: int) -> Any:
    """What a loop runs over whose items are unpacked."""
    return iterable


def matched(subject: Any, site: int) -> Any:
    """Right before patterns look at `subject`: at contents, at attributes."""
    return subject


def loop(site: int) -> None:
    """The start of a round of a loop."""


def op(symbol: str, left: Any, right: Any, site: int) -> Any:
    """The result of an operator, or of the in-place operator of an augmented assignment."""
    return OPERATORS[symbol](left, right)


def unseen(value: Any, site: int) -> Any:
    """What follows has no points, whatever it touches: a coroutine, or code in a string."""
    return value


def own(generator: Any) -> Any:
    """A generator was made as an argument, and nobody else has it; returns it. No switch point."""
    return generator


def made(cls: Any) -> Any:
    """A class was made and decorated; returns it. No switch point."""
    return cls


def untrue(called: str, symbol: str, got: Any, *expected: Any) -> Mismatch:
    """What an assertion that has failed says. No switch point."""
    if not expected:
        return Mismatch(called, shown(got), "something false" if symbol else "something true")
    text = shown(*expected)
    return Mismatch(called, shown(got), text if symbol == "==" else f"{symbol} {text}")


PASSIVE_HOOKS: dict[str, Callable[..., Any]] = {
    f"@{hook.__name__}": hook
    for hook in (
        *(touch, name, then, method, function, each, delegated, unpacked, contents, reached),
        *(matched, loop, op, unseen, own, made, untrue),
    )
}
HOOK_NAMES: tuple[str, ...] = tuple(PASSIVE_HOOKS)
